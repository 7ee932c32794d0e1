import { EntityLink } from '../../ui/EntityLink';
import { CertaintyTag } from '../../ui/CertaintyTag';
import { boundsShort } from '../../format/bounds';
import { title } from '../../vocabulary/words';
import { freshTable, hrefOf } from '../../app/route';
import { defaultOptions } from '../../app/walkOptions';
import type { Chain } from './chainsQuestion';

/** The chains one after the other, in words: what the lanes show to who sees them on a wide page. */
export function ChainList({ chains }: { chains: readonly Chain[] }) {
  return (
    <ol class="chain-list">
      {chains.map((chain, index) => (
        <li key={index}>
          <ol class="chain-steps">
            <li>{chain.consumer ? <EntityLink entity={chain.consumer} /> : chain.missing.includes('CONSUMER') && <Missing link="CONSUMER" />}</li>
            <li>{chain.credential ? <EntityLink entity={chain.credential} /> : chain.missing.includes('CREDENTIAL') && <Missing link="CREDENTIAL" />}</li>
            <li>
              <EntityLink entity={chain.identity} />
              {chain.via.length > 0 && <span class="muted small"> and may take on {chain.via.map((identity) => identity.name).join(', ')}</span>}
            </li>
            <li>
              <a href={hrefOf({ page: 'blast-radius', of: [chain.identity.id], options: defaultOptions, ...freshTable })}>
                {boundsShort(chain.resources)} {chain.resources.possible === 1 ? 'resource' : 'resources'}
              </a>
              <span class="muted small"> {chain.reached.nodes.map((reached) => reached.resource.name).join(', ')}</span>
            </li>
          </ol>
          <CertaintyTag certainty={chain.certainty} />
        </li>
      ))}
    </ol>
  );
}

const Missing = ({ link }: { link: Chain['missing'][number] }) => <span class="unknown">{title(link)} not known</span>;
