import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ask } from '../../api/ask';
import { KindIcon } from '../../ui/KindIcon';
import { chiefKind } from '../../vocabulary/kinds';
import { foundText } from './foundText';
import { moveChoice } from './moveChoice';
import { searchQuestion, type Found } from './searchQuestion';
import './search-box.css';

export interface SearchBoxProps {
  label: string;
  placeholder: string;
  onChoose: (found: Found) => void;
  /** Enter with nothing chosen from the list. */
  onSubmit?: (text: string) => void;
  initial?: string;
  /** Takes the keyboard when `/` is pressed anywhere. */
  slash?: boolean;
  large?: boolean;
}

/** A search field with a list of what is found while typing; the arrows choose, Enter opens, Escape closes. */
export function SearchBox({ label, placeholder, onChoose, onSubmit, initial = '', slash = false, large = false }: SearchBoxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const found = useFound(open ? text : '');

  useEffect(() => setText(initial), [initial]);
  useEffect(() => setChosen(-1), [found.nodes]);
  useSlash(slash ? input : null);

  const choose = (entity: Found): void => {
    setOpen(false);
    input.current?.blur();
    onChoose(entity);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setChosen(moveChoice(chosen, found.nodes.length, event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Escape') {
      setOpen(false);
      setChosen(-1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const entity = found.nodes[chosen];
      if (entity) {
        choose(entity);
      } else if (text.trim() !== '') {
        setOpen(false);
        onSubmit?.(text.trim());
      }
    }
  };

  const shown = open && text.trim() !== '' && found.text === text.trim();
  return (
    <div class={large ? 'search-box large' : 'search-box'} role="search">
      <label class="sr-only" for={`${id}-input`}>
        {label}
      </label>
      <svg class="search-sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round">
        <circle cx="7" cy="7" r="4.6" />
        <path d="M10.500 10.500 14 14" />
      </svg>
      <input
        ref={input}
        id={`${id}-input`}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={text}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keyDown}
      />
      {slash && (
        <kbd class="slash" aria-hidden="true">
          /
        </kbd>
      )}
      <ul id={`${id}-list`} class="search-list" role="listbox" aria-label="Found" hidden={!shown}>
        {found.nodes.map((entity, index) => (
          // The field keeps the focus and has the keys, as a combobox does.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li key={entity.id} id={`${id}-${index}`} role="option" aria-selected={index === chosen} class={index === chosen ? 'chosen' : ''} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(entity)} onMouseMove={() => setChosen(index)}>
            <KindIcon kind={chiefKind(entity.kinds)} named={false} />
            <span class="found-name">{entity.name}</span>
            <span class="found-what">{foundText(entity)}</span>
            <code class="found-key">{entity.key}</code>
          </li>
        ))}
        {shown && found.nodes.length === 0 && (
          <li class="nothing" role="option" aria-selected="false" aria-disabled="true">
            {found.problem ?? 'Nothing of that name, key or ARN is in the graph.'}
          </li>
        )}
      </ul>
      <span class="sr-only" aria-live="polite">
        {shown ? `${found.nodes.length} found` : ''}
      </span>
    </div>
  );
}

interface FoundState {
  text: string;
  nodes: readonly Found[];
  problem: string | null;
}

/** What is found for a text, asked when typing rests for a moment. */
function useFound(text: string): FoundState {
  const [state, setState] = useState<FoundState>({ text: '', nodes: [], problem: null });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') {
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(searchQuestion, { text: wanted, first: 10 }, stop.signal)
        .then((answer) => setState({ text: wanted, nodes: answer.data?.found?.nodes ?? [], problem: answer.problems[0]?.message ?? null }))
        .catch(() => undefined);
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return state;
}

function useSlash(input: { current: HTMLInputElement | null } | null): void {
  useEffect(() => {
    if (!input) {
      return;
    }
    const listen = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.current?.focus();
        input.current?.select();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [input]);
}
