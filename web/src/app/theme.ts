import { signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

const storageKey = 'nhigraph.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

function current(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : system.matches ? 'dark' : 'light';
}

/** What the page shows now: the chosen theme, else the system's. */
export const theme = signal<Theme>(current());

system.addEventListener('change', () => {
  theme.value = current();
});

/** Chooses a theme and keeps the choice; the system's own preference clears it. */
export function chooseTheme(next: Theme): void {
  const own = (next === 'dark') === system.matches;
  if (own) {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = next;
  }
  try {
    if (own) {
      localStorage.removeItem(storageKey);
    } else {
      localStorage.setItem(storageKey, next);
    }
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
  theme.value = next;
}
