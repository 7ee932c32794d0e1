import { useMemo } from 'preact/hooks';
import { useAnswer } from '../../api/useAnswer';
import { freshTable, hrefOf } from '../../app/route';
import { defaultOptions } from '../../app/walkOptions';
import { dayOf } from '../../format/dates';
import { counted } from '../../format/numbers';
import { CapabilityTags } from '../../ui/CapabilityTags';
import { CertaintyTag } from '../../ui/CertaintyTag';
import { EntityLink } from '../../ui/EntityLink';
import { Problems } from '../../ui/Problems';
import { LanePicture } from '../lanes/LanePicture';
import { PathSteps } from '../paths/PathSteps';
import type { Placed } from '../reach/reachColumns';
import { partLaneCount, partLanes } from './partLanes';
import type { ToxicFilter } from './toxicFilter';
import { toxicPartsQuestion, type ToxicPart, type ToxicRow } from './toxicQuestion';

/** Most members of a control group that are named. */
const mostNamed = 12;

/** One combination: the sentence, why it is forbidden, all parts on one picture, and each with its path. */
export function ToxicDetail({ placed: { row, after }, filter }: { placed: Placed<ToxicRow>; filter: ToxicFilter }) {
  const { data, problems } = useAnswer(toxicPartsQuestion, { filter, after }, row.id);
  const read = data?.toxicCombinations?.nodes[0];
  const parts = read?.id === row.id ? read.parts : null;
  return (
    <div class="toxic">
      <p class="statement">{row.statement}</p>
      <p class="muted">{row.rule.why}</p>
      {row.exception && (
        <p class={row.exception.holds ? 'notice' : 'notice bad'}>
          <span>
            {row.exception.holds ? `Accepted until ${dayOf(row.exception.until)}.` : `Its exception ended on ${dayOf(row.exception.until)}; it counts again.`} {row.exception.by}: “{row.exception.why}”
          </span>
        </p>
      )}
      {row.controlGroup.length > 1 && (
        <p class="row">
          <span class="muted">Acts as</span>
          {row.controlGroup.slice(0, mostNamed).map((entity) => (
            <EntityLink key={entity.id} entity={entity} />
          ))}
          {row.controlGroupSize > mostNamed && <span class="muted">and {counted(row.controlGroupSize - mostNamed, 'other')}</span>}
        </p>
      )}
      <Problems problems={problems} />
      {!parts && problems.length === 0 && <p class="muted">Reading the paths …</p>}
      {parts && <Parts parts={parts} />}
      <p class="row">
        <a class="button" href={hrefOf({ page: 'blast-radius', of: [row.actor.id], options: defaultOptions, ...freshTable })}>
          Blast radius
        </a>
      </p>
    </div>
  );
}

function Parts({ parts }: { parts: readonly ToxicPart[] }) {
  const lanes = useMemo(() => partLanes(parts), [parts]);
  const heads = Array.from({ length: partLaneCount(parts) }, (_, lane) => (lane === 0 ? 'Actor' : lane === partLaneCount(parts) - 1 ? 'Can do, to what' : ''));
  return (
    <>
      <div class="card toxic-picture">
        <LanePicture lanes={lanes} heads={heads} about={null} />
      </div>
      <ol class="toxic-parts">
        {parts.map((part) => (
          <li key={`${part.capability} ${part.on.id}`} class="card">
            <div class="row">
              <CapabilityTags proved={[part.capability]} />
              <CertaintyTag certainty={part.certainty} />
            </div>
            <PathSteps path={part.path} />
          </li>
        ))}
      </ol>
    </>
  );
}
