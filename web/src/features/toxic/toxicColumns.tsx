import { counted } from '../../format/numbers';
import { CapabilityTags } from '../../ui/CapabilityTags';
import type { Column } from '../../ui/columns';
import { EntityLink } from '../../ui/EntityLink';
import { SeverityTag } from '../../ui/SeverityTag';
import { severities, severityRank } from '../../vocabulary/severities';
import { words } from '../../vocabulary/words';
import type { Placed } from '../reach/reachColumns';
import { ExceptionTag } from './ExceptionTag';
import type { ToxicRow } from './toxicQuestion';

type Row = Placed<ToxicRow>;

export const toxicColumns: Column<Row>[] = [
  {
    name: 'actor',
    title: 'Actor',
    key: ({ row }) => row.actor.name,
    cell: ({ row }) => (
      <span>
        <EntityLink entity={row.actor} />
        <span class="muted small block">{row.controlGroupSize > 1 ? `with ${counted(row.controlGroupSize - 1, 'other')} it is or controls` : 'alone'}</span>
      </span>
    ),
  },
  {
    name: 'rule',
    title: 'Rule',
    key: ({ row }) => row.rule.title,
    cell: ({ row }) => (
      <span>
        {row.rule.title}
        {row.byTechnique !== null && <span class="muted small block">{row.byTechnique ? 'by techniques only' : 'directly'}</span>}
      </span>
    ),
  },
  { name: 'severity', title: 'Severity', key: ({ row }) => severityRank(row.severity), text: ({ row }) => severities[row.severity].label, cell: ({ row }) => <SeverityTag severity={row.severity} /> },
  {
    name: 'parts',
    title: 'What comes together',
    text: ({ row }) => row.parts.map((part) => words(part.capability)).join(' '),
    cell: ({ row }) => <CapabilityTags proved={row.parts.filter((part) => part.certainty === 'PROVED').map((part) => part.capability)} possible={row.parts.map((part) => part.capability)} />,
  },
  { name: 'exception', title: 'Exception', key: ({ row }) => row.exception?.until ?? null, cell: ({ row }) => (row.exception ? <ExceptionTag exception={row.exception} /> : <span class="muted">none</span>) },
];
