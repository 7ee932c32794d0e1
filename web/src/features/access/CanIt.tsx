import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/useAnswer';
import { AssumptionsNote } from '../../ui/AssumptionsNote';
import { Card } from '../../ui/Card';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { Problems } from '../../ui/Problems';
import './access.css';
import { accessQuestion, type Access } from './accessQuestion';
import { contextOf, decisions, placeOf, policyKinds } from './accessWords';

interface Asked {
  action: string;
  resource: string;
  context: string;
}

/** One request of an AWS principal, decided by what was read of its account. */
export function CanIt({ id }: { id: string }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [draft, setDraft] = useState<Asked>({ action: '', resource: '', context: '' });
  return (
    <Card title="Can it …?" class="can-it">
      <form
        class="options"
        aria-label="What it would do"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(draft);
        }}
      >
        <label class="field">
          Action
          <input required value={draft.action} placeholder="s3:GetObject" spellcheck={false} onInput={(event) => setDraft({ ...draft, action: event.currentTarget.value })} />
        </label>
        <label class="field wide">
          Resource
          <input required value={draft.resource} placeholder="arn:aws:s3:::bucket/key, or *" spellcheck={false} onInput={(event) => setDraft({ ...draft, resource: event.currentTarget.value })} />
        </label>
        <label class="field wide">
          Context
          <textarea rows={2} value={draft.context} placeholder="aws:SourceIp = 192.0.2.1" spellcheck={false} onInput={(event) => setDraft({ ...draft, context: event.currentTarget.value })} />
        </label>
        <button type="submit" class="button">
          Ask
        </button>
      </form>
      {asked && <Decision id={id} asked={asked} />}
    </Card>
  );
}

function Decision({ id, asked }: { id: string; asked: Asked }) {
  const { data, problems, loading } = useAnswer(accessQuestion, { principal: id, action: asked.action.trim(), resource: asked.resource.trim(), context: contextOf(asked.context) }, id);
  const access = data?.awsAccess;
  return (
    <div class="can-it-answer" aria-live="polite" aria-busy={loading}>
      <Problems problems={problems} />
      {access && <Reasons access={access} />}
    </div>
  );
}

function Reasons({ access }: { access: Access }) {
  const { label, tone } = decisions[access.decision];
  return (
    <>
      <p class="statement">
        <span class={`tag ${tone}`} data-decision={access.decision}>
          {label}
        </span>{' '}
        {access.statement}
      </p>
      {access.decidedBy.length > 0 && (
        <ul class="decided-by">
          {access.decidedBy.map((by, index) => (
            <li key={index} data-kind={by.kind}>
              <span class="muted small">{policyKinds[by.kind]}</span> {by.policy && <strong>{by.policy}</strong>} {placeOf(by)}
              {by.reason && <span class="block">{by.reason}</span>}
            </li>
          ))}
        </ul>
      )}
      <AssumptionsNote assumptions={access.assumptions} />
      <CompletenessNote completeness={access.completeness} />
    </>
  );
}
