import type { Certainty, NodeKind } from '../../api/enums';
import type { BriefEntity } from '../../api/fragments';
import { certaintyRank } from '../../vocabulary/certainties';
import { placeLanes, type LaneLink } from './placeLanes';

/** What stands in a lane: an entity, the sign that a link of a chain is missing, or a line that passes through. */
export interface LaneCard {
  id: string;
  lane: number;
  form: 'entity' | 'missing' | 'pass';
  entity: BriefEntity | null;
  note: string;
  /** What it is drawn as, where that is not its chief kind. */
  kind: NodeKind | null;
  /** Rows from the top of the picture; not whole where a card stands between two others. */
  row: number;
}

export interface Lanes {
  cards: LaneCard[];
  links: (LaneLink & { certainty: Certainty })[];
  rows: number;
}

export type AddCard = (lane: number, id: string, form: LaneCard['form'], entity: BriefEntity | null, note?: string, kind?: NodeKind | null) => string;
export type AddLink = (from: string, to: string, certainty: Certainty) => void;

/** Gathers cards and lines and then places them. A thing named twice in a lane is one card; of two lines between the same cards the surer one is drawn. */
export function gatherLanes(laneCount: number): { card: AddCard; link: AddLink; placed: () => Lanes } {
  const cards = new Map<string, LaneCard>();
  const links = new Map<string, LaneLink & { certainty: Certainty }>();
  return {
    card: (lane, id, form, entity, note = '', kind = null) => {
      const key = `${lane} ${id}`;
      if (!cards.has(key)) {
        cards.set(key, { id: key, lane, form, entity, note, kind, row: 0 });
      }
      return key;
    },
    link: (from, to, certainty) => {
      const key = `${from} > ${to}`;
      const before = links.get(key);
      if (!before || certaintyRank(certainty) < certaintyRank(before.certainty)) {
        links.set(key, { from, to, certainty });
      }
    },
    placed: () => {
      const { rows, height } = placeLanes([...cards.values()], [...links.values()], laneCount);
      return { cards: [...cards.values()].map((card) => ({ ...card, row: rows.get(card.id) ?? 0 })), links: [...links.values()], rows: height };
    },
  };
}
