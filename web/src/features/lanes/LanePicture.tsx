import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { hrefOf } from '../../app/route';
import { KindIcon } from '../../ui/KindIcon';
import { certainties } from '../../vocabulary/certainties';
import { chiefKind } from '../../vocabulary/kinds';
import { connected } from './connected';
import type { LaneCard, Lanes } from './lanes';
import './lanes.css';

const rowHeight = 58;
const cardHeight = 48;

export interface LanePictureProps {
  lanes: Lanes;
  /** What stands above each lane; there are as many lanes as heads. */
  heads: readonly ComponentChildren[];
  /** The entity that the page is about, where one is. */
  about: string | null;
}

/** Lanes: cards in columns, lines in the gutters between them. What stands beside it on the page says the same in words. */
export function LanePicture({ lanes, heads, about }: LanePictureProps) {
  const [pointed, setPointed] = useState<string | null>(null);
  const lit = useMemo(() => (pointed === null ? null : connected(pointed, lanes.links)), [pointed, lanes]);
  const many = heads.length > 5;
  const height = Math.ceil(lanes.rows * rowHeight);
  return (
    <div class={`lanes ${lit ? 'pointing' : ''} ${many ? 'many' : ''}`} style={{ gridTemplateColumns: heads.map(() => 'minmax(0, 1fr)').join(many ? ' 26px ' : ' 44px ') }} aria-hidden="true">
      {heads.map((head, lane) => (
        <div key={lane} class="lane-head" style={{ gridColumn: lane * 2 + 1 }}>
          {head}
        </div>
      ))}
      {heads.map((_, lane) => (
        <div key={lane} class="lane" style={{ gridColumn: lane * 2 + 1, height: `${height}px` }}>
          {lanes.cards
            .filter((card) => card.lane === lane)
            .map((card) => (
              <Card key={card.id} card={card} lit={lit?.has(card.id) ?? false} own={card.entity !== null && card.entity.id === about} onPoint={setPointed} />
            ))}
        </div>
      ))}
      {heads.slice(1).map((_, gutter) => (
        <svg key={gutter} class="gutter" style={{ gridColumn: gutter * 2 + 2, height: `${height}px` }} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
          {lanes.links
            .filter((link) => laneOf(link.from) === gutter)
            .map((link) => (
              <path
                key={`${link.from}>${link.to}`}
                class={lit?.has(link.from) && lit.has(link.to) ? 'lit' : ''}
                d={curve(middle(lanes, link.from), middle(lanes, link.to))}
                vector-effect="non-scaling-stroke"
                {...(certainties[link.certainty].dash ? { 'stroke-dasharray': certainties[link.certainty].dash } : {})}
              />
            ))}
        </svg>
      ))}
    </div>
  );
}

function Card({ card, lit, own, onPoint }: { card: LaneCard; lit: boolean; own: boolean; onPoint: (id: string | null) => void }) {
  const style = { top: `${card.row * rowHeight}px`, height: `${cardHeight}px` };
  if (card.form === 'pass') {
    return <span class={`lane-pass ${lit ? 'lit' : ''}`} style={style} />;
  }
  if (!card.entity) {
    return (
      <span class={`lane-card missing ${lit ? 'lit' : ''}`} style={style}>
        {card.note}
      </span>
    );
  }
  return (
    <a class={`lane-card ${card.form} ${lit ? 'lit' : ''} ${own ? 'own' : ''}`} style={style} href={hrefOf({ page: 'entity', id: card.entity.id })} tabIndex={-1} title={`${card.entity.name}\n${card.note}`} onMouseEnter={() => onPoint(card.id)} onMouseLeave={() => onPoint(null)}>
      <KindIcon kind={card.kind ?? chiefKind(card.entity.kinds)} named={false} />
      <span class="lane-text">
        <span class="lane-name">{card.entity.name}</span>
        {card.note && <span class="lane-note">{card.note}</span>}
      </span>
    </a>
  );
}

const laneOf = (id: string): number => Number.parseInt(id, 10);

const middle = (lanes: Lanes, id: string): number => (lanes.cards.find((card) => card.id === id)?.row ?? 0) * rowHeight + cardHeight / 2;

const curve = (from: number, to: number): string => `M0 ${from}C50 ${from} 50 ${to} 100 ${to}`;
