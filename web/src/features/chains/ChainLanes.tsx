import { useMemo, useState } from 'preact/hooks';
import { hrefOf } from '../../app/route';
import { KindIcon } from '../../ui/KindIcon';
import { certainties } from '../../vocabulary/certainties';
import { chiefKind, kinds } from '../../vocabulary/kinds';
import { connected } from './connected';
import { laneKinds, type LaneCard, type Lanes } from './lanes';

const rowHeight = 58;
const cardHeight = 48;

/** The lanes: cards in five columns, lines in the gutters between them. The list beside it says the same in words. */
export function ChainLanes({ lanes, about }: { lanes: Lanes; about: string }) {
  const [pointed, setPointed] = useState<string | null>(null);
  const lit = useMemo(() => (pointed === null ? null : connected(pointed, lanes.links)), [pointed, lanes]);
  const height = Math.ceil(lanes.rows * rowHeight);
  return (
    <div class={lit ? 'lanes pointing' : 'lanes'} aria-hidden="true">
      {laneKinds.map((kind, lane) => (
        <div key={kind} class="lane-head" style={{ gridColumn: lane * 2 + 1 }}>
          <KindIcon kind={kind} named={false} /> {kinds[kind].one}
        </div>
      ))}
      {laneKinds.map((kind, lane) => (
        <div key={kind} class="lane" style={{ gridColumn: lane * 2 + 1, height: `${height}px` }}>
          {lanes.cards
            .filter((card) => card.lane === lane)
            .map((card) => (
              <Card key={card.id} card={card} lit={lit?.has(card.id) ?? false} own={card.entity?.id === about} onPoint={setPointed} />
            ))}
        </div>
      ))}
      {laneKinds.slice(1).map((kind, gutter) => (
        <svg key={kind} class="gutter" style={{ gridColumn: gutter * 2 + 2, height: `${height}px` }} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
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
      <KindIcon kind={card.lane === 4 ? 'RESOURCE' : chiefKind(card.entity.kinds)} named={false} />
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
