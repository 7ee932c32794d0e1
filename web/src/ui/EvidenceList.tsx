import type { Condition, Evidence } from '../api/fragments';
import './evidence.css';

/** Who says so and where it stands. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul class="evidence">
      {evidence.map((item, index) => (
        <li key={index}>
          <span>{item.statement}</span>
          <span class="muted small">
            {item.source.name}
            {item.locator && (
              <>
                {' · '}
                <code>{item.locator}</code>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What must hold: a plain sentence, and the provider's own words. */
export function ConditionList({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <ul class="conditions">
      {conditions.map((condition, index) => (
        <li key={index}>
          <span>{condition.statement}</span>
          <code class="muted">
            {condition.operator} {condition.key}: {condition.values.join(', ')}
          </code>
        </li>
      ))}
    </ul>
  );
}
