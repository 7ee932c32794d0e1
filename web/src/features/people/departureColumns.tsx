import type { Column } from '../../ui/columns';
import { EntityLink } from '../../ui/EntityLink';
import { chiefKind, kinds } from '../../vocabulary/kinds';
import type { DepartureItem } from './departureQuestion';
import { proposals, relations } from './departureWords';

export const departureColumns: Column<DepartureItem>[] = [
  { name: 'entity', title: 'What', key: (item) => item.entity.name, text: (item) => item.entity.id, cell: (item) => <EntityLink entity={item.entity} /> },
  { name: 'kind', title: 'Kind', key: (item) => kinds[chiefKind(item.entity.kinds)].one, cell: (item) => kinds[chiefKind(item.entity.kinds)].one },
  { name: 'relation', title: 'They', key: (item) => item.relations.map((relation) => relations[relation]).join(', '), cell: (item) => item.relations.map((relation) => relations[relation]).join(', ') },
  {
    name: 'proposal',
    title: 'To do',
    key: (item) => Object.keys(proposals).indexOf(item.proposal),
    text: (item) => proposals[item.proposal].label,
    cell: (item) => <span class={`tag ${proposals[item.proposal].tone}`}>{proposals[item.proposal].label}</span>,
  },
  { name: 'why', title: 'Why', text: (item) => item.why, cell: (item) => item.why },
];
