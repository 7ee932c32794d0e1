import type { Completeness } from '../../api/fragments';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { EntityLink } from '../../ui/EntityLink';
import { When } from '../../ui/When';
import { title } from '../../vocabulary/words';
import type { ConsumerRow } from './entityQuestion';

export interface ConsumerListing {
  totalCount: number | null;
  completeness: Completeness;
  nodes: readonly ConsumerRow[];
}

/** What uses it; that nothing is known is never said without the data that could tell. */
export function ConsumerList({ title: heading, list, none }: { title: string; list: ConsumerListing; none: string }) {
  return (
    <Card title={heading} note={count(list.totalCount ?? list.nodes.length)}>
      {list.nodes.length === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <ul class="mentions">
          {list.nodes.map((row) => (
            <li key={row.id}>
              <EntityLink entity={row} />
              {row.consumer && <span class="muted small">{row.consumer.type === 'UNKNOWN' ? 'of unknown type' : title(row.consumer.type)}</span>}
              {row.consumer?.potential && (
                <span class="tag" title="A trust admits it; no workload was seen behind it.">
                  potential
                </span>
              )}
              {row.consumer?.lastRunAt && (
                <span class="muted small">
                  ran <When at={row.consumer.lastRunAt} day={false} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <CompletenessNote completeness={list.completeness} />
    </Card>
  );
}
