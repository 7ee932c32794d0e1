import { defaultOptions, writeOptions, type WalkOptions } from '../../app/walkOptions';
import { certainties, certaintyOrder } from '../../vocabulary/certainties';

/** How the graph is walked; every choice stands in the link. */
export function OptionsBar({ options, onChange }: { options: WalkOptions; onChange: (options: WalkOptions) => void }) {
  const set = (change: Partial<WalkOptions>): void => onChange({ ...options, ...change });
  return (
    <form class="options" aria-label="How the graph is walked" onSubmit={(event) => event.preventDefault()}>
      <label class="field" title="The weakest edge to walk">
        At least
        <select value={options.certainty} onChange={(event) => set({ certainty: certaintyOrder.find((name) => name === event.currentTarget.value) ?? defaultOptions.certainty })}>
          {certaintyOrder.toReversed().map((name) => (
            <option key={name} value={name}>
              {certainties[name].label}
            </option>
          ))}
        </select>
      </label>
      <label class="field" title="The most edges of a path">
        Depth
        <input
          class="depth"
          type="number"
          min="1"
          max="99"
          placeholder="any"
          value={options.maxDepth ?? ''}
          onChange={(event) => {
            const depth = event.currentTarget.valueAsNumber;
            set({ maxDepth: Number.isInteger(depth) && depth > 0 ? depth : null });
          }}
        />
      </label>
      <Check label="Inactive too" meaning="Walk disabled, expired and not yet valid credentials and identities" value={options.includeInactive} onChange={(includeInactive) => set({ includeInactive })} />
      <Check label="People’s knowledge" meaning="Walk from people to the secrets they could know" value={options.includeExposedTo} onChange={(includeExposedTo) => set({ includeExposedTo })} />
      <Check label="Strict" meaning="Restrictions that were never read demote what rests on their absence" value={options.strict} onChange={(strict) => set({ strict })} />
      {writeOptions(options).length > 0 && (
        <button type="button" class="button plain" onClick={() => onChange(defaultOptions)}>
          Reset
        </button>
      )}
    </form>
  );
}

function Check({ label, meaning, value, onChange }: { label: string; meaning: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label class="field" title={meaning}>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
