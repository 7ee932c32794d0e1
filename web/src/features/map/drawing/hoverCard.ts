import type { NodeHoverDrawingFunction } from 'sigma/rendering';
import type { Colours } from './colours';

const size = 12;

/** The pointed node's name and what it is, on a small card beside it. */
export function hoverCard(colours: Colours): NodeHoverDrawingFunction {
  return (context, data) => {
    const name = data.label ?? '';
    const what = String(data['what'] ?? '');
    const bold = `600 ${size}px ${colours.font}`;
    const plain = `${size - 1}px ${colours.font}`;
    context.font = bold;
    const nameWidth = context.measureText(name).width;
    context.font = plain;
    const width = Math.max(nameWidth, context.measureText(what).width) + 20;
    const height = 42;
    const scale = context.getTransform().a || 1;
    const room = { width: context.canvas.width / scale, height: context.canvas.height / scale };
    const right = data.x + data.size + 8;
    const x = Math.max(4, right + width > room.width ? data.x - data.size - 8 - width : right);
    const y = Math.min(Math.max(4, data.y - height / 2), room.height - height - 4);
    context.beginPath();
    context.roundRect(x, y, width, height, 8);
    context.fillStyle = colours.surface;
    context.shadowColor = 'rgba(0, 0, 0, 0.25)';
    context.shadowBlur = 12;
    context.fill();
    context.shadowBlur = 0;
    context.lineWidth = 1;
    context.strokeStyle = colours.lineStrong;
    context.stroke();
    context.textAlign = 'left';
    context.font = bold;
    context.fillStyle = colours.text;
    context.fillText(name, x + 10, y + 17);
    context.font = plain;
    context.fillStyle = colours.muted;
    context.fillText(what, x + 10, y + 33);
  };
}
