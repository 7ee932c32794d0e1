import { useState } from 'preact/hooks';
import { navigate } from '../../app/navigation';
import type { OrphanState } from '../../app/route';
import { usePageTitle } from '../../app/usePageTitle';
import type { Completeness } from '../../api/fragments';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { OrphanFilters } from './OrphanFilters';
import { OrphanTable } from './OrphanTable';
import './orphans.css';

/** Chains that nobody answers for, or that miss a link; and apart from them those of which that is not known. */
export function OrphanPage({ at }: { at: { page: 'orphans' } & OrphanState }) {
  usePageTitle('Orphan chains');
  const [environments, setEnvironments] = useState<readonly string[]>([]);
  const [completeness, setCompleteness] = useState<Completeness | null>(null);
  const change = (next: Partial<OrphanState>): void => navigate({ ...at, ...next }, 'replace');
  return (
    <div class="stack">
      <header class="page-head">
        <h1 tabIndex={-1}>Orphan chains</h1>
        <p class="muted">Chains from what uses a credential to what it reaches that nobody answers for, or that miss a link. The most severe first.</p>
      </header>
      <OrphanFilters at={at} environments={environments} onChange={change} />
      <OrphanTable
        at={at}
        state="KNOWN"
        title="Orphans"
        none="No chain is known to be an orphan under this filter. What was not read is named below."
        onChange={change}
        onRead={(read, found) => {
          setCompleteness(read);
          setEnvironments((before) => [...new Set([...before, ...found])].toSorted());
        }}
      />
      <OrphanTable
        at={at}
        state="UNKNOWN"
        title="Not known"
        note="not counted as orphans: the source that would tell was not read whole"
        none="Of no chain it is unknown."
        onChange={change}
      />
      {completeness && <CompletenessNote completeness={completeness} />}
    </div>
  );
}
