import { allOrphans, type OrphanState } from '../../app/route';
import { orphanReasonOrder, orphanReasons } from '../../vocabulary/orphanReasons';
import { severities, severityOrder } from '../../vocabulary/severities';

export interface OrphanFiltersProps {
  at: OrphanState;
  /** Those seen so far. */
  environments: readonly string[];
  onChange: (change: Partial<OrphanState>) => void;
}

/** Which orphans are shown; every choice stands in the link. */
export function OrphanFilters({ at, environments, onChange }: OrphanFiltersProps) {
  const offered = [...new Set([...environments, ...(at.environment ? [at.environment] : [])])].toSorted();
  const filtered = at.reason !== null || at.severity !== null || at.environment !== null || at.filter !== '';
  return (
    <form class="options" aria-label="Which chains" onSubmit={(event) => event.preventDefault()}>
      <label class="field">
        Reason
        <select value={at.reason ?? ''} onChange={(event) => onChange({ reason: orphanReasonOrder.find((name) => name === event.currentTarget.value) ?? null, row: null })}>
          <option value="">any</option>
          {orphanReasonOrder.map((name) => (
            <option key={name} value={name}>
              {orphanReasons[name].label}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Severity
        <select value={at.severity ?? ''} onChange={(event) => onChange({ severity: severityOrder.find((name) => name === event.currentTarget.value) ?? null, row: null })}>
          <option value="">any</option>
          {severityOrder.map((name, rank) => (
            <option key={name} value={name}>
              {rank === 0 ? severities[name].label : `${severities[name].label} or worse`}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Environment
        <select value={at.environment ?? ''} onChange={(event) => onChange({ environment: event.currentTarget.value || null, row: null })}>
          <option value="">any</option>
          {offered.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Filter
        <input type="search" value={at.filter} placeholder="name, person …" onInput={(event) => onChange({ filter: event.currentTarget.value })} />
      </label>
      {filtered && (
        <button type="button" class="button plain" onClick={() => onChange(allOrphans)}>
          Reset
        </button>
      )}
    </form>
  );
}
