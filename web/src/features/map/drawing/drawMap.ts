import { UndirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import { certainties, certaintyRank } from '../../../vocabulary/certainties';
import { kindOrder } from '../../../vocabulary/kinds';
import type { PictureEdge, PictureNode } from '../../reach/RingsPicture';
import { bandLayout, pitch } from '../bandLayout';
import { nodeName, nodeWhat, type MapPicture } from '../mapPicture';
import { mixed, readColours, type Colours } from './colours';
import { GlyphProgram } from './GlyphProgram';
import { hoverCard } from './hoverCard';
import { labelDrawing } from './labels';
import { LineProgram } from './LineProgram';
import { ringDrawing, ringMargin } from './rings';

/** What the page tells the drawing to bring out. */
export interface Emphasis {
  /** The pointed node: it and its neighbours stand out. */
  pointed: string | null;
  chosen: string | null;
  /** Nodes of the path to the chosen one. */
  path: ReadonlySet<string>;
}

/** A drawn map, for the page around it. */
export interface DrawnMap {
  show: (emphasis: Emphasis) => void;
  /** Moves the view so that a node can be seen; the view stays where it is when it can be. */
  reveal: (id: string) => void;
  zoom: (way: 'in' | 'out' | 'fit') => void;
  recolour: () => void;
  end: () => void;
}

export interface DrawOptions {
  picture: MapPicture;
  still: boolean;
  onPoint: (id: string | null) => void;
  onChoose: (id: string) => void;
}

/** Draws a map into an element. Places never change; colours follow the theme and what is brought out. */
export function drawMap(element: HTMLElement, { picture, still, onPoint, onChoose }: DrawOptions): DrawnMap {
  const { places, bands } = bandLayout(picture.nodes, picture.edges);
  let colours = readColours();
  let emphasis: Emphasis = { pointed: null, chosen: null, path: new Set() };
  let near: ReadonlySet<string> = new Set();
  const graph = new UndirectedGraph();
  for (const node of picture.nodes) {
    graph.addNode(node.id, { ...places.get(node.id), node, label: nodeName(node), what: nodeWhat(node), glyph: kindOrder.indexOf(node.kind), size: sizeOf(node) });
  }
  for (const edge of picture.edges) {
    // Several edges between two nodes are one line: the most certain.
    if (edge.from !== edge.to && (graph.edge(edge.from, edge.to) === undefined || isStronger(edge, graph.getEdgeAttribute(graph.edge(edge.from, edge.to), 'edge') as PictureEdge))) {
      graph.mergeEdge(edge.from, edge.to, { edge, ...dashOf(edge) });
    }
  }

  const sigma = new Sigma(graph, element, {
    defaultNodeType: 'glyph',
    defaultEdgeType: 'line',
    nodeProgramClasses: { glyph: GlyphProgram },
    nodeHoverProgramClasses: { glyph: GlyphProgram },
    edgeProgramClasses: { line: LineProgram },
    nodeReducer: (id, data) => ({ ...data, ...nodeLook(data['node'] as PictureNode, { colours, emphasis, near: near.size === 0 || near.has(id) }) }),
    edgeReducer: (id, data) => ({ ...data, ...lineLook(graph.extremities(id), { colours, emphasis, many: graph.size > 500 }) }),
    defaultDrawNodeHover: hoverCard(colours),
    renderLabels: false,
    itemSizesReference: 'positions',
    zoomToSizeRatioFunction: Math.sqrt,
    stagePadding: 12,
    zIndex: true,
    minCameraRatio: 0.02,
    maxCameraRatio: 1.6,
    inertiaDuration: still ? 0 : 200,
    zoomDuration: still ? 0 : 160,
    doubleClickZoomingDuration: still ? 0 : 160,
  });
  const reach = (bands.at(-1)?.outer ?? pitch) + ringMargin;
  sigma.setCustomBBox({ x: [-reach, reach], y: [-reach, reach] });
  ringDrawing(sigma, bands, () => colours);
  labelDrawing(sigma, picture.nodes.map((node) => node.id), () => colours);
  sigma.on('enterNode', ({ node }) => onPoint(node));
  sigma.on('leaveNode', () => onPoint(null));
  sigma.on('clickNode', ({ node }) => onChoose(node));

  const camera = sigma.getCamera();
  const move = { duration: still ? 0 : 220 };
  return {
    show: (next) => {
      emphasis = next;
      near = next.pointed === null || !graph.hasNode(next.pointed) ? new Set() : new Set([next.pointed, ...graph.neighbors(next.pointed)]);
      sigma.refresh({ skipIndexation: true });
    },
    reveal: (id) => {
      const at = graph.hasNode(id) && sigma.graphToViewport(graph.getNodeAttributes(id) as { x: number; y: number });
      const { width, height } = sigma.getDimensions();
      const place = sigma.getNodeDisplayData(id);
      if (at && place && (at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > height - 20)) {
        void camera.animate({ x: place.x, y: place.y }, move);
      }
    },
    zoom: (way) => void (way === 'fit' ? camera.animatedReset(move) : way === 'in' ? camera.animatedZoom({ ...move, factor: 1.6 }) : camera.animatedUnzoom({ ...move, factor: 1.6 })),
    recolour: () => {
      colours = readColours();
      sigma.setSetting('defaultDrawNodeHover', hoverCard(colours));
    },
    end: () => sigma.kill(),
  };
}

const sizeOf = (node: PictureNode): number => pitch * (node.distance === 0 ? 0.7 : node.count > 1 ? 0.6 : 0.5);

const isStronger = (edge: PictureEdge, than: PictureEdge): boolean => certaintyRank(edge.certainty) < certaintyRank(than.certainty);

function dashOf(edge: PictureEdge): { on: number; off: number } {
  const [on = 1, off = 0] = certainties[edge.certainty].dash.split(' ').filter(Boolean).map(Number);
  return { on, off };
}

function nodeLook(node: PictureNode, { colours, emphasis, near }: { colours: Colours; emphasis: Emphasis; near: boolean }) {
  const chosen = emphasis.chosen === node.id;
  const out = emphasis.path.size === 0 || emphasis.path.has(node.id) || chosen;
  const lit = emphasis.pointed === null ? out : near;
  return {
    color: lit ? colours.kinds[node.kind] : mixed(colours.kinds[node.kind], colours.surface, 0.72),
    ground: chosen ? colours.accentSoft : colours.surface,
    rim: chosen ? colours.accent : node.count > 1 ? mixed(colours.kinds[node.kind], colours.surface, lit ? 0.35 : 0.8) : 'rgba(0,0,0,0)',
    quiet: !lit,
    highlighted: emphasis.pointed === node.id,
    forceLabel: node.distance === 0 || chosen || (emphasis.path.size > 0 && emphasis.path.has(node.id)),
    zIndex: chosen || emphasis.pointed === node.id ? 2 : lit ? 1 : 0,
  };
}

function lineLook([from, to]: [string, string], { colours, emphasis, many }: { colours: Colours; emphasis: Emphasis; many: boolean }) {
  const pointed = emphasis.pointed === from || emphasis.pointed === to;
  const onPath = emphasis.path.has(from) && emphasis.path.has(to);
  const quiet = emphasis.pointed !== null || emphasis.path.size > 0;
  if (pointed || onPath) {
    return { color: colours.accent, size: 2, zIndex: 1 };
  }
  return { color: mixed(colours.lineStrong, colours.surface, (quiet ? 0.6 : 0.1) + (many ? 0.3 : 0)), size: many ? 0.8 : 1.2, zIndex: 0 };
}
