import { usePageTitle } from '../../app/usePageTitle';
import { Card } from '../../ui/Card';
import { CertaintyTag } from '../../ui/CertaintyTag';
import { StateTag } from '../../ui/StateTag';
import { KindIcon } from '../../ui/KindIcon';
import { capabilities, capabilityOrder } from '../../vocabulary/capabilities';
import { certainties, certaintyOrder } from '../../vocabulary/certainties';
import { edges } from '../../vocabulary/edges';
import { orphanReasonOrder, orphanReasons } from '../../vocabulary/orphanReasons';
import { kindOrder, kinds } from '../../vocabulary/kinds';
import { trustStates, trustVerdicts } from '../../vocabulary/trust';
import { words } from '../../vocabulary/words';
import './legend.css';

/** The vocabulary of the graph: what every sign and word means. */
export function LegendPage() {
  usePageTitle('Legend');
  return (
    <div class="stack">
      <header>
        <h1 tabIndex={-1}>Legend</h1>
        <p class="muted">What the signs and words of the explorer mean. An edge runs in the direction of access: compromise of its tail gives its head.</p>
      </header>
      <div class="legend-columns">
        <Card title="Kinds">
          <dl class="legend">
            {kindOrder.map((kind) => (
              <div key={kind}>
                <dt>
                  <KindIcon kind={kind} size={18} named={false} /> {kinds[kind].one}
                </dt>
                <dd>{kinds[kind].meaning}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card title="Certainty">
          <dl class="legend">
            {certaintyOrder.map((certainty) => (
              <div key={certainty}>
                <dt>
                  <CertaintyTag certainty={certainty} />
                </dt>
                <dd>{certainties[certainty].meaning}</dd>
              </div>
            ))}
          </dl>
          <p class="small muted legend-note">
            A path is as certain as its weakest edge. <strong>Proved</strong> counts what proved edges alone reach; <strong>possible</strong> counts all that the options allow; <strong>could be more</strong> says that data which was not read could raise it.
          </p>
        </Card>
        <Card title="Why a chain is an orphan">
          <dl class="legend">
            {orphanReasonOrder.map((reason) => (
              <div key={reason}>
                <dt>{orphanReasons[reason].label}</dt>
                <dd>{orphanReasons[reason].meaning}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card title="Chain of trust">
          <dl class="legend">
            {[...Object.values(trustVerdicts), ...Object.values(trustStates)].map((text, index) => (
              <div key={index}>
                <dt>
                  <StateTag text={text} />
                </dt>
                <dd>{text.meaning}</dd>
              </div>
            ))}
          </dl>
          <p class="small muted legend-note">The first four are verdicts of a whole chain, the others states of one of its thirteen links.</p>
        </Card>
        <Card title="Edges">
          <dl class="legend">
            {Object.entries(edges).map(([kind, { verb, meaning, use }]) => (
              <div key={kind}>
                <dt>
                  {verb} <span class="tag">{use}</span>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card title="Capabilities">
          <dl class="legend">
            {capabilityOrder.map((name) => (
              <div key={name}>
                <dt>{words(name)}</dt>
                <dd>{capabilities[name]}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </div>
  );
}
