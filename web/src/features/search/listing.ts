import type { NodeKind } from '../../api/enums';
import type { VariablesOf } from '../../api/graphql';
import { kindOrder } from '../../vocabulary/kinds';
import * as lists from './listQuestions';
import { searchQuestion } from './searchQuestion';

type SearchQuestion = typeof searchQuestion;

const listOf: Partial<Record<NodeKind, unknown>> = {
  IDENTITY: lists.identitiesQuestion,
  CREDENTIAL: lists.credentialsQuestion,
  CONSUMER: lists.consumersQuestion,
  GROUP: lists.groupsQuestion,
  ENTITLEMENT: lists.entitlementsQuestion,
  RESOURCE: lists.resourcesQuestion,
  HUMAN: lists.humansQuestion,
  APPLICATION: lists.applicationsQuestion,
};

const pageSize = 100;

/** The kind that a link names, or null for every kind. */
export const searchedKind = (text: string | null): NodeKind | null => kindOrder.find((kind) => kind === text) ?? null;

/** The question that a text and a kind ask: a search, or without a text the list of a kind. Both answer in the same shape. */
export function listingFor(text: string, kind: NodeKind | null): { question: SearchQuestion; variables: VariablesOf<SearchQuestion> } {
  if (text === '') {
    const question = (listOf[kind ?? 'IDENTITY'] ?? lists.identitiesQuestion) as SearchQuestion;
    return { question, variables: { first: pageSize } as VariablesOf<SearchQuestion> };
  }
  return { question: searchQuestion, variables: { text, kinds: kind ? [kind] : null, first: pageSize } };
}
