import type { BriefEntity } from '../../api/fragments';
import type { ChainLink } from '../../api/enums';
import { EntityLink } from '../../ui/EntityLink';
import { words } from '../../vocabulary/words';
import type { OrphanRow } from './orphanQuestion';

/** A chain in a line: consumer, credential, identity; a missing link stands in its place. */
export function ChainBrief({ chain }: { chain: Pick<OrphanRow, 'consumer' | 'credential' | 'identity' | 'missing'> }) {
  const links: [ChainLink, BriefEntity | null][] = [
    ['CONSUMER', chain.consumer],
    ['CREDENTIAL', chain.credential],
    ['IDENTITY', chain.identity],
  ];
  return (
    <ol class="chain-brief">
      {links
        .filter(([link, entity]) => entity !== null || chain.missing.includes(link))
        .map(([link, entity]) => (
          <li key={link}>{entity ? <EntityLink entity={entity} /> : <MissingLink link={link} />}</li>
        ))}
      {chain.missing.includes('RESOURCES') && (
        <li>
          <MissingLink link="RESOURCES" />
        </li>
      )}
    </ol>
  );
}

const MissingLink = ({ link }: { link: ChainLink }) => <span class="missing-link">no {words(link)}</span>;
