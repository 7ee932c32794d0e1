import { useState } from 'preact/hooks';
import { navigate } from '../../app/navigation';
import { hrefOf } from '../../app/route';
import type { ReachRoute } from '../reach/reachNavigation';
import { SearchBox } from '../search/SearchBox';
import './and-also.css';

/** Asks the same question of one thing more: what falls if these fall together. */
export function AndAlso({ at }: { at: ReachRoute }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="and-also">
      {at.of.length > 1 && (
        <ul class="row">
          {at.of.map((id) => (
            <li key={id}>
              <a class="tag" href={hrefOf({ ...at, of: at.of.filter((other) => other !== id), row: null })}>
                without {id} <span aria-hidden="true">✕</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <SearchBox
          label="What falls with it"
          placeholder="Name, ARN or key id of what falls with it"
          onChoose={(found) => {
            setOpen(false);
            navigate({ ...at, of: [...new Set([...at.of, found.id])], row: null });
          }}
        />
      ) : (
        <button type="button" class="button plain" onClick={() => setOpen(true)}>
          + and something else falls with it
        </button>
      )}
    </div>
  );
}
