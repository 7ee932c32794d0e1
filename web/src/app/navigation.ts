import { signal } from '@preact/signals';
import { hrefOf, parseRoute, type Route } from './route';

/** Where the explorer is: the location's hash, read. */
export const route = signal<Route>(parseRoute(location.hash));

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

/** Goes to a route. `replace` is for a change of the same view (a sort, a filter) that Back should not stop at. */
export function navigate(to: Route, how: 'push' | 'replace' = 'push'): void {
  const href = hrefOf(to);
  if (href === location.hash) {
    return;
  }
  if (how === 'replace') {
    history.replaceState(null, '', href);
    route.value = parseRoute(href);
  } else {
    location.hash = href;
  }
}
