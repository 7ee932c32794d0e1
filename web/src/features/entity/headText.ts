import { humanStatuses } from '../../vocabulary/humanStatuses';
import { kinds } from '../../vocabulary/kinds';
import { words } from '../../vocabulary/words';
import type { HeadEntity } from './headQuestion';

export interface HeadTag {
  text: string;
  tone: '' | 'good' | 'warn' | 'bad';
  meaning?: string;
}

/** What an entity is, kind by kind: `Identity: cloud role`, `Resource: bucket`. */
export function headKinds(entity: HeadEntity): string[] {
  return entity.kinds.map((kind) => {
    const type =
      kind === 'IDENTITY'
        ? entity.identity?.type
        : kind === 'CONSUMER'
          ? entity.consumer?.type
          : kind === 'RESOURCE'
            ? entity.resource?.type
            : entity.__typename === 'Credential'
              ? entity.credentialType
              : entity.__typename === 'Entitlement'
                ? entity.capability
                : undefined;
    return type === undefined ? kinds[kind].one : `${kinds[kind].one}: ${type === 'UNKNOWN' ? 'of unknown type' : words(type)}`;
  });
}

/** What should be known of an entity before anything else is read. */
export function headTags(entity: HeadEntity): HeadTag[] {
  const tags: HeadTag[] = [];
  if (entity.environment) {
    tags.push({ text: entity.environment, tone: '', meaning: 'Environment' });
  }
  if (entity.identity) {
    tags.push({ text: entity.identity.nature === 'UNKNOWN' ? 'nature unknown' : words(entity.identity.nature).replace('non human', 'non-human'), tone: '', meaning: 'Whether a person or a machine acts through it' });
    if (entity.identity.enabled === false) {
      tags.push({ text: 'disabled', tone: 'warn' });
    }
  }
  if (entity.consumer?.potential) {
    tags.push({ text: 'potential', tone: '', meaning: 'A trust admits it; no workload was seen behind it.' });
  }
  if (entity.__typename === 'Credential') {
    tags.push({ text: entity.posture === 'UNKNOWN' ? 'posture unknown' : words(entity.posture), tone: entity.posture === 'STATIC' ? 'warn' : '', meaning: postureMeaning[entity.posture] });
    if (entity.inactive) {
      tags.push({ text: words(entity.inactive.reason), tone: 'warn' });
    }
  }
  if (entity.__typename === 'Human') {
    const { label, tone } = humanStatuses[entity.status];
    tags.push({ text: label, tone, meaning: 'As the source of people says' });
  }
  if (entity.__typename === 'Application' && entity.applicationStatus === 'RETIRED') {
    tags.push({ text: 'retired', tone: 'bad' });
  }
  if (entity.resource) {
    const { sensitivity, known } = entity.resource;
    if (!entity.resource.container && !entity.identity) {
      tags.push({ text: sensitivity === 'UNKNOWN' ? 'sensitivity unknown' : words(sensitivity), tone: sensitivity === 'RESTRICTED' ? 'bad' : sensitivity === 'CONFIDENTIAL' ? 'warn' : '', meaning: 'Sensitivity' });
    }
    if (!known) {
      tags.push({ text: 'not listed', tone: 'warn', meaning: 'Something names it; no source listed it.' });
    }
  }
  return tags;
}

export const postureMeaning = {
  UNKNOWN: 'How long it lives is not known.',
  STATIC: 'Valid until somebody removes it.',
  EXPIRING: 'Valid to a date.',
  SHORT_LIVED: 'Renewed by the platform within hours.',
  FEDERATED: 'No secret of its own: another issuer vouches.',
} as const;

/** The name of several things together. */
export function headName(entities: readonly HeadEntity[]): string {
  const [first, ...rest] = entities;
  if (!first) {
    return '';
  }
  return rest.length === 0 ? first.name : `${first.name} and ${rest.length} more`;
}
