import { describe, expect, it } from 'vitest';
import type { NodeKind } from '../../../src/api/enums';
import type { Chain } from '../../../src/features/chains/chainsQuestion';
import { lanesOf } from '../../../src/features/chains/lanes';

const brief = (id: string, kind: NodeKind) => ({ __typename: 'Resource' as const, id, name: id, kinds: [kind], environment: null });
const identity = (id: string) => ({ ...brief(id, 'IDENTITY'), __typename: 'Identity' as const });
const step = (from: Chain['via'][number] | ReturnType<typeof brief>, edge: 'HOLDS' | 'ON' | 'CAN_ASSUME', to: Chain['via'][number] | ReturnType<typeof brief>, certainty: 'PROVED' | 'DECLARED' = 'PROVED') => ({ from, edge, to, certainty });

function chain(change: Partial<Chain>): Chain {
  const role = identity('role');
  const hub = brief('hub', 'ENTITLEMENT');
  const bucket = brief('bucket', 'RESOURCE');
  return {
    consumer: { ...brief('repo', 'CONSUMER'), consumer: { potential: true } },
    credential: { ...brief('trust', 'CREDENTIAL'), __typename: 'Credential', type: 'FEDERATED_TRUST', posture: 'FEDERATED' },
    identity: role,
    via: [],
    resources: { proved: 1, possible: 1, open: false },
    missing: [],
    certainty: 'PROVED',
    reached: {
      totalCount: 1,
      nodes: [{ resource: bucket, capabilities: ['READ_DATA'], capabilitiesPossible: ['READ_DATA'], certainty: 'PROVED', path: { steps: [step(role, 'HOLDS', hub), step(hub, 'ON', bucket)] } }],
    },
    ...change,
  };
}

const forms = (lanes: ReturnType<typeof lanesOf>): string[] => lanes.cards.map((card) => `${card.lane} ${card.form} ${card.entity?.id ?? card.note}`).toSorted();

describe('chains as lanes', () => {
  it('runs from consumer to resource', () => {
    const lanes = lanesOf([chain({})]);
    expect(forms(lanes)).toEqual(['0 entity repo', '1 entity trust', '2 entity role', '3 entity hub', '4 entity bucket']);
    expect(lanes.links.map((one) => `${one.from}>${one.to}`)).toEqual(['1 trust>2 role', '0 repo>1 trust', '2 role>3 hub', '3 hub>4 bucket']);
    expect(lanes.rows).toBe(1);
  });

  it('draws once what several chains share', () => {
    const lanes = lanesOf([chain({}), chain({ credential: null, consumer: { ...brief('vendor', 'CONSUMER'), consumer: null }, certainty: 'DECLARED' })]);
    expect(forms(lanes).filter((form) => form.startsWith('2'))).toEqual(['2 entity role']);
    expect(forms(lanes)).toContain('1 pass ');
    expect(lanes.links.find((one) => one.from === '0 vendor')).toMatchObject({ certainty: 'DECLARED' });
  });

  it('shows a link that is missing as missing, not as nothing', () => {
    const lanes = lanesOf([chain({ consumer: null, credential: null, missing: ['CONSUMER', 'CREDENTIAL', 'RESOURCES'], reached: { totalCount: 0, nodes: [] }, resources: { proved: 0, possible: 0, open: true } })]);
    expect(forms(lanes)).toEqual(['0 missing no consumer known', '1 missing no credential known', '2 entity role', '3 pass ', '4 missing reaches no known resource']);
  });

  it('counts all that an identity reaches, and names identities on the way', () => {
    const role = identity('role');
    const other = identity('other');
    const hub = brief('hub', 'ENTITLEMENT');
    const bucket = brief('bucket', 'RESOURCE');
    const steps = [step(role, 'CAN_ASSUME', other, 'DECLARED'), step(other, 'HOLDS', hub), step(hub, 'ON', bucket)];
    const lanes = lanesOf([chain({ resources: { proved: 2, possible: 41, open: true }, reached: { totalCount: 41, nodes: [{ resource: bucket, capabilities: [], capabilitiesPossible: ['LIST'], certainty: 'DECLARED', path: { steps } }] } })]);
    expect(lanes.cards.find((card) => card.entity?.id === 'role')?.note).toBe('reaches 2–41+ resources');
    expect(lanes.cards.find((card) => card.entity?.id === 'hub')?.note).toBe('via other');
    expect(lanes.links.find((one) => one.to === '3 hub')?.certainty).toBe('DECLARED');
  });
});
