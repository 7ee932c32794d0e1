import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { kindShapes } from '../../src/ui/kindShapes';
import { capabilities } from '../../src/vocabulary/capabilities';
import { certainties, certaintyOrder, certaintyRank } from '../../src/vocabulary/certainties';
import { datasetStates } from '../../src/vocabulary/datasets';
import { edges } from '../../src/vocabulary/edges';
import { chiefKind, kinds } from '../../src/vocabulary/kinds';
import { humanStatuses } from '../../src/vocabulary/humanStatuses';
import { orphanReasons } from '../../src/vocabulary/orphanReasons';
import { severities, severityOrder } from '../../src/vocabulary/severities';
import { trustLinks, trustStates, trustVerdicts } from '../../src/vocabulary/trust';
import { title, words } from '../../src/vocabulary/words';

const schema = buildSchema(readFileSync(new URL('../../../src/NhiGraph.Api/schema.graphql', import.meta.url), 'utf8'));

function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) {
    throw new Error(`${name} is no enum of the schema.`);
  }
  return type.getValues().map((value) => value.name);
}

describe('the legend', () => {
  it.each([
    ['NodeKind', kinds],
    ['NodeKind', kindShapes],
    ['EdgeKind', edges],
    ['Capability', capabilities],
    ['Certainty', certainties],
    ['DatasetState', datasetStates],
    ['HumanStatus', humanStatuses],
    ['OrphanReason', orphanReasons],
    ['Severity', severities],
    ['TrustLinkKind', trustLinks],
    ['TrustState', trustStates],
    ['TrustVerdict', trustVerdicts],
  ])('has exactly the values of %s', (name, legend) => {
    expect(Object.keys(legend).toSorted()).toEqual(valuesOf(name).toSorted());
  });

  it('orders certainty as the schema does, strongest first', () => {
    expect(certaintyOrder).toEqual(valuesOf('Certainty').toReversed());
    expect(certaintyRank('PROVED')).toBe(0);
  });

  it('orders severity as the schema does, the worst first', () => {
    expect(severityOrder).toEqual(valuesOf('Severity').toReversed());
  });

  it('asks of the thirteen links in the order of the schema', () => {
    expect(Object.keys(trustLinks)).toEqual(valuesOf('TrustLinkKind'));
    expect(Object.keys(trustLinks).length).toBe(13);
  });

  it('tells every kind and certainty apart without colour', () => {
    expect(new Set(Object.values(kindShapes)).size).toBe(Object.keys(kindShapes).length);
    expect(new Set(Object.values(trustStates).map((state) => state.sign)).size).toBe(5);
    expect(new Set(Object.values(severities).map((severity) => severity.sign)).size).toBe(severityOrder.length);
    expect(new Set(Object.values(certainties).map((certainty) => certainty.dash)).size).toBe(certaintyOrder.length);
  });
});

describe('words', () => {
  it('reads enum values as words', () => {
    expect(words('READ_SECRET')).toBe('read secret');
    expect(title('OAUTH_APP')).toBe('OAuth app');
    expect(title('API')).toBe('API');
  });

  it('draws an entity of several kinds as the API types it', () => {
    expect(chiefKind(['CONSUMER', 'RESOURCE'])).toBe('CONSUMER');
    expect(chiefKind(['RESOURCE', 'IDENTITY'])).toBe('IDENTITY');
    expect(chiefKind(['GROUP'])).toBe('GROUP');
  });
});
