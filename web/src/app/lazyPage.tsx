import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A page whose script is loaded when it is first opened, so that the first page does not wait for it. */
export function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  const failed = signal(false);
  return function LazyPage(props: Props) {
    const Page = loaded.value;
    useEffect(() => {
      if (loaded.value === null) {
        failed.value = false;
        load()
          .then((page) => {
            loaded.value = page;
            // The heading that a change of page moves the focus to was not there yet.
            requestAnimationFrame(() => document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true }));
          })
          .catch(() => {
            failed.value = true;
          });
      }
    }, []);
    if (Page) {
      return <Page {...props} />;
    }
    return <p class="loading">{failed.value ? 'This page could not be loaded. Is the server still running?' : 'Loading the page …'}</p>;
  };
}
