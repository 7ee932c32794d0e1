import type { Certainty, NodeKind } from '../../api/enums';
import { boundsShort } from '../../format/bounds';
import { certaintyRank } from '../../vocabulary/certainties';
import { words } from '../../vocabulary/words';
import { gatherLanes, type AddCard, type AddLink, type Lanes } from '../lanes/lanes';
import type { Chain } from './chainsQuestion';

/** The lanes from left to right. */
export const laneKinds = ['CONSUMER', 'CREDENTIAL', 'IDENTITY', 'ENTITLEMENT', 'RESOURCE'] as const satisfies readonly NodeKind[];

/** Chains as cards in five lanes with lines between neighbouring lanes. A thing that several chains share is one card. */
export function lanesOf(chains: readonly Chain[]): Lanes {
  const { card, link, placed } = gatherLanes(laneKinds.length);
  for (const chain of chains) {
    const identity = card(2, chain.identity.id, 'entity', chain.identity, `reaches ${boundsShort(chain.resources)} ${chain.resources.possible === 1 ? 'resource' : 'resources'}`);
    const credential = credentialCard(chain, card);
    const consumer = consumerCard(chain, credential, card);
    if (credential) {
      link(credential, identity, chain.certainty);
    }
    if (consumer && credential) {
      link(consumer, credential, chain.certainty);
    }
    addReached(chain, identity, card, link);
  }

  return placed();
}

function credentialCard(chain: Chain, card: AddCard): string | null {
  if (chain.credential) {
    const { type, posture } = chain.credential;
    return card(1, chain.credential.id, 'entity', chain.credential, posture === 'UNKNOWN' ? words(type) : `${words(type)}, ${words(posture)}`);
  }
  if (chain.missing.includes('CREDENTIAL')) {
    return card(1, `missing of ${chain.identity.id}`, 'missing', null, 'no credential known');
  }
  return chain.consumer ? card(1, `pass ${chain.consumer.id} ${chain.identity.id}`, 'pass', null) : null;
}

function consumerCard(chain: Chain, credential: string | null, card: AddCard): string | null {
  if (chain.consumer) {
    return card(0, chain.consumer.id, 'entity', chain.consumer, chain.consumer.consumer?.potential ? 'potential' : '');
  }
  return chain.missing.includes('CONSUMER') ? card(0, `missing of ${credential ?? chain.identity.id}`, 'missing', null, 'no consumer known') : null;
}

function addReached(chain: Chain, identity: string, card: AddCard, link: AddLink): void {
  for (const reached of chain.reached.nodes) {
    const last = reached.path.steps.at(-1);
    const held = last?.edge === 'ON' ? last.from : null;
    const through = reached.path.steps.map((step) => step.from).filter((node) => node.kinds.includes('IDENTITY') && node.id !== chain.identity.id);
    const resource = card(4, reached.resource.id, 'entity', reached.resource, reached.capabilitiesPossible.map(words).join(', '), 'RESOURCE');
    if (held) {
      const via = through.length > 0 ? `via ${through.map((node) => node.name).join(', ')}` : '';
      const entitlement = card(3, held.id, 'entity', held, via);
      const upTo = reached.path.steps.slice(0, -1).reduce<Certainty>((weakest, step) => (certaintyRank(step.certainty) > certaintyRank(weakest) ? step.certainty : weakest), 'PROVED');
      link(identity, entitlement, upTo);
      link(entitlement, resource, last?.certainty ?? reached.certainty);
    }
  }
  if (chain.missing.includes('RESOURCES') && chain.reached.nodes.length === 0) {
    const pass = card(3, `pass ${chain.identity.id}`, 'pass', null);
    link(identity, pass, chain.certainty);
    link(pass, card(4, `missing of ${chain.identity.id}`, 'missing', null, 'reaches no known resource'), chain.certainty);
  }
}
