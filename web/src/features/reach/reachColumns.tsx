import { CapabilityTags } from '../../ui/CapabilityTags';
import { CertaintyTag } from '../../ui/CertaintyTag';
import type { Column } from '../../ui/columns';
import { EntityLink } from '../../ui/EntityLink';
import { certaintyRank } from '../../vocabulary/certainties';
import { chiefKind, kinds } from '../../vocabulary/kinds';
import { title, words } from '../../vocabulary/words';
import type { EntityRow, ResourceRow } from './rowQuestions';

/** A row of either table, with the cursor of the row before it: what comes after that cursor is this row. */
export interface Placed<Row> {
  row: Row;
  after: string | null;
}

const sensitivityOrder = ['RESTRICTED', 'CONFIDENTIAL', 'INTERNAL', 'PUBLIC'];

export const resourceColumns: Column<Placed<ResourceRow>>[] = [
  {
    name: 'resource',
    title: 'Resource',
    key: ({ row }) => row.resource.name,
    text: ({ row }) => row.resource.id,
    cell: ({ row }) => (
      <span>
        <EntityLink entity={row.resource} />
        <span class="muted small block where">
          {(row.resource.resource?.path ?? []).map((container) => container.name).join(' / ')}
          {row.parts.length > 0 && (
            <>
              {' · only '}
              <code>{row.parts.slice(0, 3).join(', ')}</code>
              {row.parts.length > 3 && ` and ${row.parts.length - 3} more`}
            </>
          )}
        </span>
      </span>
    ),
  },
  {
    name: 'type',
    title: 'Type',
    key: ({ row }) => row.resource.resource?.providerType ?? row.resource.resource?.type ?? null,
    cell: ({ row }) => typeOf(row),
  },
  {
    name: 'sensitivity',
    title: 'Sensitivity',
    key: ({ row }) => {
      const rank = sensitivityOrder.indexOf(row.resource.resource?.sensitivity ?? 'UNKNOWN');
      return rank < 0 ? null : rank;
    },
    text: ({ row }) => row.resource.resource?.sensitivity ?? '',
    cell: ({ row }) => <Sensitivity value={row.resource.resource?.sensitivity ?? 'UNKNOWN'} />,
  },
  {
    name: 'capabilities',
    title: 'What can be done',
    key: ({ row }) => -row.capabilitiesPossible.length,
    text: ({ row }) => row.capabilitiesPossible.map(words).join(' '),
    cell: ({ row }) => <CapabilityTags proved={row.capabilities} possible={row.capabilitiesPossible} most={4} />,
  },
  { name: 'distance', title: 'Steps', meaning: 'Edges of the shortest path', numeric: true, key: ({ row }) => row.distance, cell: ({ row }) => row.distance },
  { name: 'certainty', title: 'Certainty', meaning: 'Of the strongest path', key: ({ row }) => certaintyRank(row.certainty), text: ({ row }) => row.certainty, cell: ({ row }) => <CertaintyTag certainty={row.certainty} /> },
];

export const entityColumns: Column<Placed<EntityRow>>[] = [
  { name: 'name', title: 'Name', key: ({ row }) => row.entity.name, text: ({ row }) => row.entity.id, cell: ({ row }) => <EntityLink entity={row.entity} /> },
  {
    name: 'kind',
    title: 'Kind',
    key: ({ row }) => row.entity.kinds.map((kind) => kinds[kind].one).join(', '),
    cell: ({ row }) => entityWhat(row),
  },
  { name: 'environment', title: 'Environment', key: ({ row }) => row.entity.environment, cell: ({ row }) => row.entity.environment ?? <span class="unknown">Unknown</span> },
  { name: 'distance', title: 'Steps', meaning: 'Edges of the shortest path', numeric: true, key: ({ row }) => row.distance, cell: ({ row }) => row.distance },
  { name: 'certainty', title: 'Certainty', meaning: 'Of the strongest path', key: ({ row }) => certaintyRank(row.certainty), text: ({ row }) => row.certainty, cell: ({ row }) => <CertaintyTag certainty={row.certainty} /> },
];

function typeOf(row: ResourceRow) {
  const resource = row.resource.resource;
  if (!resource) {
    return '';
  }
  return (
    <>
      {resource.type === 'UNKNOWN' || resource.type === 'OTHER' ? (resource.providerType ?? title(resource.type)) : title(resource.type)}
      {!resource.known && (
        <span class="muted small block" title="Something names it; no source listed it.">
          not listed
        </span>
      )}
    </>
  );
}

function entityWhat(row: EntityRow) {
  const { entity } = row;
  const type = entity.identity?.type ?? entity.consumer?.type;
  return (
    <>
      {kinds[chiefKind(entity.kinds)].one}
      {type && type !== 'UNKNOWN' && <span class="muted small"> {words(type)}</span>}
      {entity.consumer?.potential && <span class="muted small"> · potential</span>}
    </>
  );
}

function Sensitivity({ value }: { value: string }) {
  if (value === 'UNKNOWN') {
    return <span class="unknown">Unknown</span>;
  }
  return <span class={value === 'RESTRICTED' ? 'tag bad' : value === 'CONFIDENTIAL' ? 'tag warn' : 'tag'}>{words(value)}</span>;
}
