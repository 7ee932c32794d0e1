import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../src/features/search/estateQuestion';
import { foundText } from '../../../src/features/search/foundText';
import { listingFor, searchedKind } from '../../../src/features/search/listing';
import { identitiesQuestion, resourcesQuestion } from '../../../src/features/search/listQuestions';
import { moveChoice } from '../../../src/features/search/moveChoice';
import { searchQuestion, type Found } from '../../../src/features/search/searchQuestion';
import { suggestionsFor } from '../../../src/features/search/suggestions';

const found = (change: object): Found => ({ __typename: 'Resource', id: 'x', name: 'x', kinds: ['RESOURCE'], environment: null, key: 'x', identity: null, consumer: null, resource: null, ...change }) as Found;

const entity = (id: string) => ({ __typename: 'Resource' as const, id, name: id, kinds: ['RESOURCE' as const], environment: null });

describe('what was found', () => {
  it('says what it is', () => {
    expect(foundText(found({ __typename: 'Credential', credentialType: 'ACCESS_KEY', posture: 'STATIC' }))).toBe('Access key · static');
    expect(foundText(found({ __typename: 'Entitlement', capability: 'READ_SECRET' }))).toBe('Entitlement · read secret');
    expect(foundText(found({ resource: { type: 'BUCKET', providerType: 's3:bucket', sensitivity: 'RESTRICTED' } }))).toBe('Bucket · restricted');
    expect(foundText(found({ resource: { type: 'OTHER', providerType: 'iot:thing', sensitivity: 'UNKNOWN' } }))).toBe('iot:thing');
    expect(foundText(found({ __typename: 'Group', kinds: ['GROUP'] }))).toBe('Group');
  });
});

describe('the keys of the list', () => {
  it('goes round, through the field itself', () => {
    expect([moveChoice(-1, 3, 1), moveChoice(2, 3, 1), moveChoice(-1, 3, -1), moveChoice(0, 3, -1)]).toEqual([0, -1, 2, -1]);
    expect(moveChoice(-1, 0, 1)).toBe(-1);
  });
});

describe('the question of a listing', () => {
  it('searches with a text, in a kind or in all', () => {
    expect(listingFor('deploy', 'IDENTITY')).toEqual({ question: searchQuestion, variables: { text: 'deploy', kinds: ['IDENTITY'], first: 100 } });
    expect(listingFor('deploy', null).variables.kinds).toBeNull();
  });

  it('lists a kind without a text', () => {
    expect(listingFor('', 'RESOURCE').question).toBe(resourcesQuestion);
    expect(listingFor('', 'TEAM').question).toBe(identitiesQuestion);
  });

  it('takes no kind that is none', () => {
    expect([searchedKind('GROUP'), searchedKind('group'), searchedKind(null)]).toEqual(['GROUP', null, null]);
  });
});

describe('suggestions', () => {
  it('suggests only what the graph can answer', () => {
    expect(suggestionsFor({ graphVersion: '1', oldKeys: { nodes: [] } } as unknown as Estate, new Date())).toEqual([]);
  });

  it('asks what falls of a key, and who reaches of a resource', () => {
    const estate = { oldKeys: { nodes: [{ ...entity('AKIA1'), createdAt: '2023-01-01T00:00:00Z' }] }, restricted: { nodes: [entity('ledger')] } } as unknown as Estate;
    const [key, resource] = suggestionsFor(estate, new Date('2026-11-23T00:00:00Z'));
    expect(key).toMatchObject({ question: 'What falls if AKIA1 leaks?', href: '#/blast-radius?of=AKIA1', why: 'An access key, made 3 years ago and still enabled.' });
    expect(resource).toMatchObject({ question: 'Who can reach ledger?', href: '#/exposure?of=ledger' });
  });
});
