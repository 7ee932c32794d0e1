import type { OrphanReason } from '../../api/enums';
import { boundsShort } from '../../format/bounds';
import { CompletenessSources } from '../../ui/CompletenessSources';
import type { Column } from '../../ui/columns';
import { EntityLink } from '../../ui/EntityLink';
import { SeverityTag } from '../../ui/SeverityTag';
import { When } from '../../ui/When';
import { humanStatuses } from '../../vocabulary/humanStatuses';
import { orphanReasons } from '../../vocabulary/orphanReasons';
import { severities, severityRank } from '../../vocabulary/severities';
import type { Placed } from '../reach/reachColumns';
import { ChainBrief } from './ChainBrief';
import type { OrphanRow } from './orphanQuestion';

type Row = Placed<OrphanRow>;

const nameOf = ({ row }: Row): string => (row.identity ?? row.credential ?? row.consumer)?.name ?? row.id;

const chain: Column<Row> = {
  name: 'chain',
  title: 'Chain',
  key: nameOf,
  text: ({ row }) => [row.consumer, row.credential, row.identity].map((entity) => `${entity?.name ?? ''} ${entity?.id ?? ''}`).join(' '),
  cell: ({ row }) => <ChainBrief chain={row} />,
};

const severity: Column<Row> = { name: 'severity', title: 'Severity', key: ({ row }) => severityRank(row.severity), text: ({ row }) => severities[row.severity].label, cell: ({ row }) => <SeverityTag severity={row.severity} /> };

const reach: Column<Row> = {
  name: 'reach',
  title: 'Sensitive',
  meaning: 'Confidential and restricted resources it reaches, proved to possible',
  numeric: true,
  key: ({ row }) => -row.sensitiveReach.possible,
  cell: ({ row }) => boundsShort(row.sensitiveReach),
};

const ReasonTags = ({ reasons }: { reasons: readonly OrphanReason[] }) => (
  <ul class="tags">
    {reasons.map((reason) => (
      <li key={reason} class="tag capability" title={orphanReasons[reason].meaning}>
        {orphanReasons[reason].label}
      </li>
    ))}
  </ul>
);

export const orphanColumns: Column<Row>[] = [
  chain,
  severity,
  {
    name: 'reasons',
    title: 'Why',
    key: ({ row }) => row.reasons.map((reason) => orphanReasons[reason].label).join(', '),
    cell: ({ row }) => <ReasonTags reasons={row.reasons} />,
  },
  reach,
  { name: 'since', title: 'Since', key: ({ row }) => (row.since ? Date.parse(row.since) : null), cell: ({ row }) => (row.since ? <When at={row.since} /> : <span class="unknown">Unknown</span>) },
  {
    name: 'accountable',
    title: 'Last accountable',
    key: ({ row }) => row.lastAccountable?.name ?? null,
    cell: ({ row }) =>
      row.lastAccountable ? (
        <span>
          <EntityLink entity={row.lastAccountable} />
          <span class="muted small block">{humanStatuses[row.lastAccountable.status].label}</span>
        </span>
      ) : (
        <span class="unknown">Nobody known</span>
      ),
  },
];

export const unknownColumns: Column<Row>[] = [
  chain,
  severity,
  {
    name: 'undecided',
    title: 'Not known whether',
    key: ({ row }) => row.undecided.map((reason) => orphanReasons[reason].label).join(', '),
    cell: ({ row }) => <ReasonTags reasons={row.undecided} />,
  },
  reach,
  { name: 'source', title: 'Would be told by', text: ({ row }) => row.completeness.sources.map((source) => source.dataset).join(' '), cell: ({ row }) => <CompletenessSources completeness={row.completeness} /> },
];
