import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { count } from '../../format/numbers';
import { KindIcon } from '../../ui/KindIcon';
import type { PictureNode } from '../reach/RingsPicture';
import { moveOption } from './moveOption';
import { nodeName, nodeWhat } from './mapPicture';

export interface MapListProps {
  nodes: readonly PictureNode[];
  filter: string;
  onFilter: (filter: string) => void;
  chosen: string | null;
  onPoint: (id: string | null) => void;
  /** The keys stand on this node. */
  onStand: (id: string) => void;
  onChoose: (id: string) => void;
}

/** Everything the map draws, by name: one stop of the Tab key, the arrows point in the map, Enter chooses. */
export function MapList({ nodes, filter, onFilter, chosen, onPoint, onStand, onChoose }: MapListProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const shown = useMemo(() => matching(nodes, filter), [nodes, filter]);
  const place = shown.findIndex((node) => node.id === (at ?? chosen));

  // What is chosen in the map or named by the link comes into view in the list, and nothing else on the page moves.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (row && list.current) {
      const middle = row.offsetTop - list.current.clientHeight / 2;
      if (Math.abs(list.current.scrollTop - middle) > list.current.clientHeight / 2 - 50) {
        list.current.scrollTop = middle;
      }
    }
  }, [chosen]);

  const stand = (next: number): void => {
    const node = shown[next];
    if (node) {
      setAt(node.id);
      onPoint(node.id);
      onStand(node.id);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    }
  };
  const keyDown = (event: KeyboardEvent): void => {
    const next = moveOption(event.key, place, shown.length);
    if (next !== null) {
      event.preventDefault();
      stand(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && shown[place]) {
      event.preventDefault();
      onChoose(shown[place].id);
    }
  };
  return (
    <section class="card map-list" aria-label="Nodes">
      <div class="table-tools">
        <label class="field">
          Filter
          <input type="search" value={filter} placeholder="name, kind, certainty …" onInput={(event) => onFilter(event.currentTarget.value)} />
        </label>
      </div>
      <ul
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label="Nodes of the map, nearest first"
        aria-activedescendant={place >= 0 ? `${id}-${shown[place]?.id}` : undefined}
        onKeyDown={keyDown}
        onFocus={() => stand(Math.max(place, 0))}
        onBlur={() => onPoint(null)}
        onMouseLeave={() => onPoint(null)}
      >
        {shown.map((node) => (
          // The list has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={node.id}
            id={`${id}-${node.id}`}
            role="option"
            aria-selected={node.id === chosen}
            class={node.id === at ? 'at' : ''}
            onMouseEnter={() => onPoint(node.id)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setAt(node.id);
              onChoose(node.id);
            }}
          >
            <KindIcon kind={node.kind} named={false} />
            <span class="map-name">{nodeName(node)}</span>
            <span class="map-what">{nodeWhat(node)}</span>
          </li>
        ))}
      </ul>
      <p class="table-foot" role="status">
        {shown.length === nodes.length ? `All ${count(nodes.length)}.` : `${count(shown.length)} of ${count(nodes.length)} match the filter.`}
      </p>
    </section>
  );
}

/** The nodes whose name, key or description holds every word of the filter. */
export function matching(nodes: readonly PictureNode[], filter: string): PictureNode[] {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return nodes.filter((node) => {
    const text = `${nodeName(node)} ${nodeWhat(node)} ${node.entityId ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
