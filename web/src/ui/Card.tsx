import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A titled part of a page. */
export function Card({ title, note, aside, children, class: extra = '' }: { title: string; note?: ComponentChildren; aside?: ComponentChildren; children: ComponentChildren; class?: string }) {
  const id = useId();
  return (
    <section class={`card ${extra}`} aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span class="count">{note}</span>}
        {aside !== undefined && <div class="card-aside">{aside}</div>}
      </div>
      <div class="card-body">{children}</div>
    </section>
  );
}
