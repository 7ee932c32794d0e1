import { freshTable, hrefOf, type ReachPage } from '../../app/route';
import { defaultOptions } from '../../app/walkOptions';
import { span } from '../../format/dates';
import type { BriefEntity } from '../../api/fragments';
import type { Estate } from './estateQuestion';

/** A question worth asking of this estate, with the page that answers it. */
export interface Suggestion {
  question: string;
  why: string;
  about: BriefEntity;
  href: string;
}

/** Questions made from what the graph holds: none is shown that the graph cannot answer. */
export function suggestionsFor(estate: Estate, now: Date): Suggestion[] {
  return [
    ...(estate.oldKeys?.nodes ?? []).map((key) => ({
      question: `What falls if ${key.name} leaks?`,
      why: key.createdAt ? `An access key, made ${span(key.createdAt, now)} ago and still enabled.` : 'An enabled access key.',
      about: key,
      href: reach('blast-radius', key),
    })),
    ...workloads(estate.pipelines?.nodes ?? []).map((subject) => ({
      question: `What falls if ${subject.name} is taken over?`,
      why: 'A pipeline or subject of another issuer that a trust admits.',
      about: subject,
      href: reach('blast-radius', subject),
    })),
    ...(estate.thirdParties?.nodes ?? []).map((vendor) => ({
      question: `What falls if ${vendor.name} is breached?`,
      why: 'A third party that may act in this estate.',
      about: vendor,
      href: reach('blast-radius', vendor),
    })),
    ...(estate.restricted?.nodes ?? []).map((resource) => ({
      question: `Who can reach ${resource.name}?`,
      why: 'A resource that is marked restricted.',
      about: resource,
      href: reach('exposure', resource),
    })),
  ].slice(0, 7);
}

/** Two subjects of different names; those that name a repository, cluster or the like first. */
function workloads(subjects: readonly BriefEntity[]): BriefEntity[] {
  const byName = new Map(subjects.map((subject) => [subject.name, subject]));
  return [...byName.values()].toSorted((a, b) => Number(b.name.includes(':')) - Number(a.name.includes(':'))).slice(0, 2);
}

const reach = (page: ReachPage, about: BriefEntity): string => hrefOf({ page, of: [about.id], options: defaultOptions, ...freshTable });
