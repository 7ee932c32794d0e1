import { boundsFields } from '../../api/fragments';
import { graphql } from '../../api/graphql';
import { useAnswer } from '../../api/useAnswer';
import { freshTable, hrefOf } from '../../app/route';
import { defaultOptions } from '../../app/walkOptions';
import { BoundsText } from '../../ui/BoundsText';

const glanceQuestion = graphql(
  `
    query Glance($of: [ID!]!) {
      blastRadius(of: $of) {
        summary {
          resources {
            ...BoundsFields
          }
          sensitiveResources {
            ...BoundsFields
          }
          administers {
            ...BoundsFields
          }
        }
      }
      exposure(of: $of) {
        public
        summary {
          identities {
            ...BoundsFields
          }
          consumers {
            ...BoundsFields
          }
          credentials {
            ...BoundsFields
          }
        }
      }
    }
  `,
  [boundsFields],
);

/** Both big questions about an entity in two lines, each the way to its page. */
export function AtAGlance({ id }: { id: string }) {
  const { data, loading } = useAnswer(glanceQuestion, { of: [id] }, id);
  const falls = data?.blastRadius?.summary;
  const reach = data?.exposure;
  return (
    <div class="glance" aria-busy={loading}>
      <a class="card" href={hrefOf({ page: 'blast-radius', of: [id], options: defaultOptions, ...freshTable })}>
        <h2>If this falls</h2>
        {falls ? (
          <p>
            <BoundsText bounds={falls.resources} one="resource" /> {' · '}
            <BoundsText bounds={falls.sensitiveResources} one="sensitive" many="sensitive" />
            {falls.administers.possible > 0 && (
              <>
                {' · administers '}
                <BoundsText bounds={falls.administers} one="container" />
              </>
            )}
          </p>
        ) : (
          <p class="muted">…</p>
        )}
      </a>
      <a class="card" href={hrefOf({ page: 'exposure', of: [id], options: defaultOptions, ...freshTable })}>
        <h2>Who can reach this</h2>
        {reach ? (
          <p>
            {reach.public && <span class="tag bad">public</span>} <BoundsText bounds={reach.summary.identities} one="identity" many="identities" /> {' · '}
            <BoundsText bounds={reach.summary.credentials} one="credential" /> {' · '}
            <BoundsText bounds={reach.summary.consumers} one="consumer" />
          </p>
        ) : (
          <p class="muted">…</p>
        )}
      </a>
    </div>
  );
}
