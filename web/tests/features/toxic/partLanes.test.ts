import { describe, expect, it } from 'vitest';
import type { NodeKind } from '../../../src/api/enums';
import { partLaneCount, partLanes } from '../../../src/features/toxic/partLanes';
import type { ToxicPart } from '../../../src/features/toxic/toxicQuestion';

const brief = (id: string, kind: NodeKind) => ({ __typename: 'Resource' as const, id, name: id, kinds: [kind], environment: null });
const actor = brief('pipeline', 'CONSUMER');
const role = brief('role', 'IDENTITY');
const hub = (id: string) => brief(id, 'ENTITLEMENT');

function part(capability: ToxicPart['capability'], ...nodes: ReturnType<typeof brief>[]): ToxicPart {
  const steps = nodes.slice(1).map((to, index) => ({ from: nodes[index]!, edge: 'HOLDS' as const, to, container: null, certainty: 'PROVED' as const, conditions: [], evidence: [], technique: null }));
  return { capability, certainty: 'PROVED', on: nodes.at(-1)!, path: { length: steps.length, certainty: 'PROVED', contradiction: null, steps } };
}

describe('the picture of a combination', () => {
  const account = brief('account', 'RESOURCE');
  const parts = [part('DEPLOY_CODE', actor, role, hub('deploy'), account), part('READ_DATA', actor, role, brief('other', 'IDENTITY'), hub('read'), brief('lake', 'RESOURCE'))];
  const lanes = partLanes(parts);
  const of = (id: string) => lanes.cards.filter((card) => card.entity?.id === id);

  it('draws what the parts share once, and the actor in the first lane', () => {
    expect(of('pipeline')).toMatchObject([{ lane: 0 }]);
    expect(of('role')).toMatchObject([{ lane: 1 }]);
    expect(partLaneCount(parts)).toBe(5);
  });

  it('puts what every part is done to in the last lane, with lines drawn through the lanes before', () => {
    expect(of('account')).toMatchObject([{ lane: 4, note: 'deploy code' }]);
    expect(of('lake')).toMatchObject([{ lane: 4, note: 'read data' }]);
    expect(lanes.cards.filter((card) => card.form === 'pass')).toMatchObject([{ lane: 3 }]);
    expect(lanes.links.every((link) => Number.parseInt(link.to, 10) - Number.parseInt(link.from, 10) === 1)).toBe(true);
  });

  it('shows two parts on the same thing as two', () => {
    const same = partLanes([part('DEPLOY_CODE', actor, hub('deploy'), account), part('MODIFY_LOGGING', actor, hub('log'), account)]);
    expect(same.cards.filter((card) => card.entity?.id === 'account').map((card) => card.note).toSorted()).toEqual(['deploy code', 'modify logging']);
  });

  it('draws an actor that needs no step', () => {
    expect(partLanes([part('READ_DATA', account)]).cards).toMatchObject([{ lane: 0 }]);
  });
});
