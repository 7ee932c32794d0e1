import { useEffect, useRef, useState } from 'preact/hooks';
import { theme } from '../../app/theme';
import { counted } from '../../format/numbers';
import { pictureSummary } from '../reach/RingsPicture';
import type { DrawnMap, Emphasis } from './drawing/drawMap';
import type { MapPicture } from './mapPicture';
import { hasWebGl } from './webGl';

export interface MapFigureProps {
  picture: MapPicture;
  emphasis: Emphasis;
  /** The node to keep in view: what the list's keys stand on. */
  revealed: string | null;
  onPoint: (id: string | null) => void;
  onChoose: (id: string) => void;
}

type State = 'loading' | 'drawn' | 'no WebGL' | 'failed';

/** The drawn map. What draws it is loaded only here, and only where the browser can; the list beside it says the same. */
export function MapFigure({ picture, emphasis, revealed, onPoint, onChoose }: MapFigureProps) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap | null>(null);
  const calls = useRef({ onPoint, onChoose });
  const [state, setState] = useState<State>('loading');
  const colours = theme.value;
  calls.current = { onPoint, onChoose };

  useEffect(() => {
    let gone = false;
    if (!hasWebGl()) {
      setState('no WebGL');
      return;
    }
    setState('loading');
    import('./drawing/drawMap')
      .then(({ drawMap }) => {
        if (!gone && element.current) {
          const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
          drawn.current = drawMap(element.current, { picture, still, onPoint: (id) => calls.current.onPoint(id), onChoose: (id) => calls.current.onChoose(id) });
          setState('drawn');
        }
      })
      .catch(() => setState('failed'));
    return () => {
      gone = true;
      drawn.current?.end();
      drawn.current = null;
    };
  }, [picture]);

  useEffect(() => drawn.current?.show(emphasis), [emphasis, state]);
  useEffect(() => {
    if (revealed !== null) {
      drawn.current?.reveal(revealed);
    }
  }, [revealed, state]);
  useEffect(() => drawn.current?.recolour(), [colours]);

  const zoom = (way: 'in' | 'out' | 'fit'): void => drawn.current?.zoom(way);
  return (
    <figure class="card map-figure" data-state={state}>
      <div ref={element} class="map-canvas" role="img" aria-label={pictureSummary(picture.nodes)} />
      {state === 'loading' && <p class="map-message muted">Drawing …</p>}
      {state === 'no WebGL' && <p class="map-message">This browser draws no maps: it has no WebGL. The list holds the same.</p>}
      {state === 'failed' && <p class="map-message">The map could not be drawn. The list holds the same.</p>}
      {state === 'drawn' && (
        <div class="map-tools" role="group" aria-label="View of the map">
          <button type="button" class="button" onClick={() => zoom('in')} aria-label="Nearer" title="Nearer">
            <span aria-hidden="true">+</span>
          </button>
          <button type="button" class="button" onClick={() => zoom('out')} aria-label="Farther" title="Farther">
            <span aria-hidden="true">−</span>
          </button>
          <button type="button" class="button" onClick={() => zoom('fit')}>
            Whole
          </button>
        </div>
      )}
      <figcaption class="muted small">
        {counted(picture.nodes.length, 'node')}, {counted(picture.edges.length, 'edge')}. Rings count the steps; dashes say how certain an edge is. <a href="#/legend">Legend</a>
      </figcaption>
    </figure>
  );
}
