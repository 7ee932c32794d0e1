import { hrefOf } from '../../app/route';
import type { ReachRoute } from './reachNavigation';

/** From the small picture to the map of the same answer. */
export const MapLink = ({ at }: { at: ReachRoute }) => (
  <a class="button plain" href={hrefOf({ page: 'map', way: at.page, of: at.of, options: at.options, filter: '', row: at.row })}>
    Map
  </a>
);
