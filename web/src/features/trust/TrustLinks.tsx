import { counted } from '../../format/numbers';
import { EntityLink } from '../../ui/EntityLink';
import { EvidenceList } from '../../ui/EvidenceList';
import { StateTag } from '../../ui/StateTag';
import { trustLinks, trustStates } from '../../vocabulary/trust';
import type { TrustLink } from './trustQuestion';

/** Most entities that are named one by one. */
const most = 4;

/** The links in the order in which a reviewer reads them. */
export function TrustLinks({ links }: { links: readonly TrustLink[] }) {
  return (
    <section class="card trust-links" aria-label="Links">
      <ol>
        {links.map((link) => (
          <li key={link.link} data-link={link.link} data-state={link.state}>
            <div class="trust-name">
              <strong>{trustLinks[link.link].label}</strong>
              <span class="muted small">{trustLinks[link.link].asks}</span>
            </div>
            <StateTag text={trustStates[link.state]} />
            <div class="trust-why">
              <p>{link.statement}</p>
              {link.state === 'PRESENT' && !link.backed && <p class="muted small">What could say otherwise was not read whole.</p>}
              {link.entities.length > 0 && (
                <ul class="row trust-entities">
                  {link.entities.slice(0, most).map((entity) => (
                    <li key={entity.id}>
                      <EntityLink entity={entity} />
                    </li>
                  ))}
                  {link.entities.length > most && <li class="muted small">and {link.entities.length - most} more</li>}
                </ul>
              )}
              {link.evidence.length > 0 && (
                <details class="trust-evidence">
                  <summary class="muted small">{counted(link.evidence.length, 'piece')} of evidence</summary>
                  <EvidenceList evidence={link.evidence} />
                </details>
              )}
              {link.evidence[0] && (
                <p class="print-only small muted">
                  {link.evidence[0].statement} ({link.evidence[0].source.name}
                  {link.evidence[0].locator ? ` ${link.evidence[0].locator}` : ''}){link.evidence.length > 1 && ` and ${link.evidence.length - 1} more`}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
