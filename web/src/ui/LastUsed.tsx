import type { Completeness, Usage } from '../api/fragments';
import { words } from '../vocabulary/words';
import { When } from './When';

/** Last use. What is not known is never shown as none: it names the data that would know. */
export function LastUsed({ usage }: { usage: Usage }) {
  if (usage.state === 'KNOWN' && usage.at) {
    return <When at={usage.at} />;
  }
  if (usage.state === 'NEVER') {
    return <span title={`Seen by ${datasetsOf(usage.completeness)}`}>Never used</span>;
  }
  return (
    <span class="unknown" title={missingOf(usage.completeness)}>
      Unknown
      <span class="muted small"> {missingOf(usage.completeness)}</span>
    </span>
  );
}

/** Which data would tell, in words. */
export function missingOf(completeness: Completeness): string {
  const missing = completeness.sources.filter((source) => source.state !== 'COMPLETE');
  if (missing.length === 0) {
    return 'no source that was read can tell';
  }
  return `would be told by ${[...new Set(missing.map((source) => words(source.dataset.replaceAll('-', '_'))))].join(', ')}`;
}

const datasetsOf = (completeness: Completeness): string => completeness.sources.map((source) => source.dataset).join(', ');
