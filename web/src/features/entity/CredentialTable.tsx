import { useState } from 'preact/hooks';
import type { Completeness } from '../../api/fragments';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { sortRows, type Column } from '../../ui/columns';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { DataTable } from '../../ui/DataTable';
import { EntityLink } from '../../ui/EntityLink';
import { LastUsed } from '../../ui/LastUsed';
import { When } from '../../ui/When';
import { title, words } from '../../vocabulary/words';
import type { CredentialRow } from './entityQuestion';
import { postureMeaning } from './headText';

export interface CredentialListing {
  totalCount: number | null;
  completeness: Completeness;
  nodes: readonly CredentialRow[];
}

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

const columns: Column<CredentialRow>[] = [
  { name: 'name', title: 'Credential', key: (row) => row.name, cell: (row) => <EntityLink entity={row} /> },
  {
    name: 'type',
    title: 'Type and posture',
    key: (row) => row.type,
    cell: (row) => (
      <>
        {title(row.type)}
        <span class="muted small block" title={postureMeaning[row.posture]}>
          {row.posture === 'UNKNOWN' ? 'posture unknown' : words(row.posture)}
        </span>
      </>
    ),
  },
  { name: 'created', title: 'Made', key: (row) => instant(row.createdAt), cell: (row) => (row.createdAt ? <When at={row.createdAt} /> : <span class="unknown">Unknown</span>) },
  { name: 'rotated', title: 'Rotated', key: (row) => instant(row.lastRotatedAt), cell: (row) => (row.lastRotatedAt ? <When at={row.lastRotatedAt} /> : <span class="unknown">Unknown</span>) },
  { name: 'used', title: 'Last used', key: (row) => instant(row.lastUsed.at), cell: (row) => <LastUsed usage={row.lastUsed} /> },
  {
    name: 'state',
    title: 'State',
    key: (row) => (row.inactive ? row.inactive.reason : row.enabled === null ? null : String(row.enabled)),
    cell: (row) =>
      row.inactive ? (
        <span class="tag warn">{words(row.inactive.reason)}</span>
      ) : row.enabled === null ? (
        <span class="unknown">Unknown</span>
      ) : (
        <span class="tag good">{row.enabled ? 'enabled' : 'disabled'}</span>
      ),
  },
];

/** Credentials with posture, age and last use. */
export function CredentialTable({ title: heading = 'Credentials', list, none }: { title?: string; list: CredentialListing; none: string }) {
  const [sort, setSort] = useState<string | null>(null);
  return (
    <Card title={heading} note={count(list.totalCount ?? list.nodes.length)} class="flush">
      {list.nodes.length === 0 ? <p class="muted inset">{none}</p> : <DataTable caption={heading} columns={columns} rows={sortRows(list.nodes, columns, sort)} idOf={(row) => row.id} sort={sort} onSort={setSort} />}
      <div class="inset">
        <CompletenessNote completeness={list.completeness} />
      </div>
    </Card>
  );
}
