import type { Path } from '../../api/fragments';
import { CertaintyTag } from '../../ui/CertaintyTag';
import { EntityLink } from '../../ui/EntityLink';
import { ConditionList, EvidenceList } from '../../ui/EvidenceList';
import { certainties } from '../../vocabulary/certainties';
import { edges } from '../../vocabulary/edges';
import './path-steps.css';

/** A path from top to bottom: who, by what right, on what evidence, under which conditions. */
export function PathSteps({ path }: { path: Path }) {
  const [first] = path.steps;
  return (
    <div class="path">
      {path.contradiction && (
        <p class="notice warn">The conditions of this path cannot hold together: {path.contradiction}</p>
      )}
      <ol class="path-steps">
        {first && (
          <li class="path-node">
            <EntityLink entity={first.from} />
          </li>
        )}
        {path.steps.map((step, index) => (
          <li key={index} class="path-step">
            <div class="path-edge">
              <svg class="path-line" width="12" height="100%" aria-hidden="true">
                <line x1="6" y1="0" x2="6" y2="100%" stroke="currentColor" stroke-width="2" {...(certainties[step.certainty].dash ? { 'stroke-dasharray': certainties[step.certainty].dash } : {})} />
              </svg>
              <div class="path-why">
                <p class="path-verb">
                  <strong>{edges[step.edge].verb}</strong>
                  {step.container && (
                    <span class="muted small">
                      through its container <EntityLink entity={step.container} />
                    </span>
                  )}
                  <CertaintyTag certainty={step.certainty} />
                </p>
                {step.technique && <TechniqueNote technique={step.technique} />}
                {step.conditions.length > 0 && <ConditionList conditions={step.conditions} />}
                {step.evidence.length > 0 && <EvidenceList evidence={step.evidence} />}
              </div>
            </div>
            <div class="path-node">
              <EntityLink entity={step.to} />
              {step.to.environment && <span class="tag">{step.to.environment}</span>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function TechniqueNote({ technique }: { technique: NonNullable<Path['steps'][number]['technique']> }) {
  return (
    <details class="technique">
      <summary>
        <span class="tag warn">technique</span> {technique.title} <code class="muted">{technique.id}</code>
      </summary>
      <p>{technique.statement}</p>
      {technique.permissions.length > 0 && (
        <p class="small">
          Needs <code>{technique.permissions.join(', ')}</code>
        </p>
      )}
      {technique.references.length > 0 && (
        <ul class="small">
          {technique.references.map((reference) => (
            <li key={reference}>
              {reference.startsWith('https://') ? (
                <a href={reference} rel="noreferrer noopener" target="_blank">
                  {reference}
                </a>
              ) : (
                reference
              )}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
