import { certaintyOrder, certaintyRank } from '../src/vocabulary/certainties';
import type { Capability, Certainty, NodeKind } from '../src/api/enums';
import { edges, nodes, type EstateEdge, type EstateNode } from './estate';
import { judgements } from './judgements';
import { entityOf, completeness, step } from './shapes';

const byId = new Map(nodes.map((node) => [node.id, node]));

interface Reached {
  node: EstateNode;
  distance: number;
  certainty: Certainty;
  path: EstateEdge[];
}

interface Options {
  certainty?: Certainty;
  maxDepth?: number | null;
}

/** The shortest paths from some nodes along, or against, the edges; good enough for pages to look at. */
function walk(of: string[], back: boolean, options: Options = {}): Reached[] {
  const floor = certaintyRank(options.certainty ?? 'INFERRED');
  const found = new Map<string, Reached>(of.flatMap((id) => (byId.has(id) ? [[id, { node: byId.get(id)!, distance: 0, certainty: 'PROVED' as const, path: [] }] as const] : [])));
  const open = [...found.values()];
  for (let at = open.shift(); at; at = open.shift()) {
    for (const edge of edges.filter((one) => (back ? one.to : one.from) === at.node.id && certaintyRank(one.certainty) <= floor)) {
      const node = byId.get(back ? edge.from : edge.to)!;
      const distance = at.distance + 1;
      if (!found.has(node.id) && distance <= (options.maxDepth ?? 99)) {
        const certainty = certaintyOrder[Math.max(certaintyRank(at.certainty), certaintyRank(edge.certainty))]!;
        const reached = { node, distance, certainty, path: back ? [edge, ...at.path] : [...at.path, edge] };
        found.set(node.id, reached);
        if (edge.kind !== 'ON' || back) {
          open.push(reached);
        }
      }
    }
  }
  return [...found.values()].filter((one) => one.distance > 0);
}

const pathOf = (reached: Reached) => ({ length: reached.distance, certainty: reached.certainty, contradiction: null, steps: reached.path.map((edge) => step(edge, byId)) });

function page<T>(all: T[], { first = 50, after }: { first?: number; after?: string | null }) {
  const start = after ? Number(after) + 1 : 0;
  const shown = all.slice(start, start + first);
  return {
    edges: shown.map((node, index) => ({ cursor: String(start + index), node })),
    nodes: shown,
    totalCount: all.length,
    completeness,
    truncated: null,
    pageInfo: { hasNextPage: start + first < all.length, hasPreviousPage: start > 0, startCursor: String(start), endCursor: String(start + shown.length - 1) },
  };
}

type PageArgs = { first?: number; after?: string | null };

const bounds = (all: Reached[]) => ({ proved: all.filter((one) => one.certainty === 'PROVED').length, possible: all.length, open: all.length > 0 && all[0]!.node.kinds.includes('RESOURCE') });

function summary(all: Reached[]) {
  const of = (kind: NodeKind) => bounds(all.filter((one) => one.node.kinds.includes(kind)));
  const resources = all.filter((one) => one.node.kinds.includes('RESOURCE') && !one.node.facts['container']);
  return {
    identities: of('IDENTITY'), credentials: of('CREDENTIAL'), consumers: of('CONSUMER'), groups: of('GROUP'), entitlements: of('ENTITLEMENT'), humans: of('HUMAN'),
    resources: bounds(resources),
    sensitiveResources: bounds(resources.filter((one) => ['RESTRICTED', 'CONFIDENTIAL'].includes(String(one.node.facts['sensitivity'])))),
    administers: bounds(all.filter((one) => one.node.facts['container'])),
    scopes: { proved: 1, possible: 1, open: false }, environments: ['production'], depth: Math.max(0, ...all.map((one) => one.distance)),
  };
}

const entityRow = (one: Reached) => ({ entity: entityOf(one.node), distance: one.distance, certainty: one.certainty, path: () => pathOf(one) });

function resourceRow(one: Reached, start: string[]) {
  const held = new Set(edges.filter((edge) => edge.kind === 'ON' && edge.to === one.node.id).map((edge) => edge.from));
  const reached = walk(start, false);
  const hubs = reached.filter((other) => held.has(other.node.id));
  const names = (list: Reached[]) => [...new Set(list.map((hub) => hub.node.facts['capability'] as Capability))];
  return { resource: entityOf(one.node), capabilities: names(hubs.filter((hub) => hub.certainty === 'PROVED')), capabilitiesPossible: names(hubs), distance: one.distance, certainty: one.certainty, parts: [], path: () => pathOf(one) };
}

function reach(of: string[], back: boolean, options: Options) {
  const all = walk(of, back, options);
  const walked = all.filter((one) => !one.path.some((edge) => edge.kind === 'ON') || back);
  const resources = all.filter((one) => one.node.kinds.includes('RESOURCE') && !walked.includes(one));
  return {
    of: of.flatMap((id) => (byId.has(id) ? [entityOf(byId.get(id)!)] : [])),
    notFound: of.filter((id) => !byId.has(id)),
    graphVersion: '7',
    summary: summary(all),
    public: false,
    publicResources: { proved: 0, possible: 0, open: false },
    entities: ({ kinds, ...rest }: PageArgs & { kinds?: NodeKind[] | null }) => page(walked.filter((one) => !kinds || one.node.kinds.some((kind) => kinds.includes(kind))).map(entityRow), rest),
    resources: ({ minSensitivity, ...rest }: PageArgs & { minSensitivity?: string }) =>
      page(resources.filter((one) => !minSensitivity || ['RESTRICTED', 'CONFIDENTIAL'].includes(String(one.node.facts['sensitivity']))).map((one) => resourceRow(one, of)), rest),
    capabilities: (['READ_DATA', 'WRITE_DATA', 'READ_SECRET', 'DEPLOY_CODE', 'ADMINISTER'] as const).map((capability) => ({ capability, resources: bounds(resources.filter((one) => resourceRow(one, of).capabilitiesPossible.includes(capability))) })),
    graph: {
      nodes: [...of.map((id) => ({ node: byId.get(id)!, distance: 0, certainty: 'PROVED' as const })), ...all].map(({ node, distance, certainty }) => ({ id: node.id, entity: entityOf(node), kind: node.kinds[0], label: node.name, count: 1, distance, certainty })),
      edges: edges.filter((edge) => [edge.from, edge.to].every((id) => of.includes(id) || all.some((one) => one.node.id === id))).map((edge) => ({ ...edge, count: 1 })),
      truncated: null,
    },
    assumptions: [
      { code: 'AWS-SCP', statement: 'Organisation policies were not read; one could deny what this answer allows.', demotes: 14 },
      { code: 'AWS-TECHNIQUES', statement: 'Of the known ways to escalate, only passing a role to a new function is looked for yet.', demotes: 0 },
    ],
    completeness,
  };
}

const list = (kind: NodeKind, test: (node: EstateNode) => boolean = () => true) => (args: PageArgs) => page(nodes.filter((node) => node.kinds.includes(kind) && test(node)).map((node) => entityOf(node)), args);

const idOf = (name: string): string => nodes.find((node) => node.name === name)?.id ?? '';

function pathTo(from: string, to: string) {
  const reached = walk([from], false).find((one) => one.node.id === to);
  return reached ? pathOf(reached) : { length: 0, certainty: 'PROVED', contradiction: null, steps: [] };
}

/** The roots of the schema on the made-up estate. */
export const answers = {
  graphVersion: '7',
  node: ({ id }: { id: string }) => (byId.has(id) ? entityOf(byId.get(id)!) : null),
  nodes: ({ ids }: { ids: string[] }) => ids.map((id) => (byId.has(id) ? entityOf(byId.get(id)!) : null)),
  search: ({ text, kinds, ...rest }: PageArgs & { text: string; kinds?: NodeKind[] | null }) =>
    page(nodes.filter((node) => node.id.toLowerCase().includes(text.toLowerCase()) && (!kinds || kinds.some((kind) => node.kinds.includes(kind)))).map((node) => entityOf(node)), rest),
  identities: list('IDENTITY'),
  credentials: ({ filter, ...rest }: PageArgs & { filter?: { types?: string[] } }) => list('CREDENTIAL', (node) => !filter?.types || (filter.types.includes(String(node.facts['type'])) && node.facts['enabled'] !== false))(rest),
  consumers: ({ filter, ...rest }: PageArgs & { filter?: { types?: string[] } }) => list('CONSUMER', (node) => !filter?.types || filter.types.includes(String(node.facts['consumerType'])))(rest),
  groups: list('GROUP'),
  humans: list('HUMAN'),
  applications: list('APPLICATION'),
  ...judgements(page, (name) => summary(walk([idOf(name)], false)), (from, to) => pathTo(idOf(from), idOf(to))),
  entitlements: list('ENTITLEMENT'),
  resources: ({ filter, ...rest }: PageArgs & { filter?: { sensitivities?: string[] } }) => list('RESOURCE', (node) => !filter?.sensitivities || filter.sensitivities.includes(String(node.facts['sensitivity'])))(rest),
  blastRadius: ({ of, options }: { of: string[]; options?: Options }) => reach(of, false, options ?? {}),
  exposure: ({ of, options }: { of: string[]; options?: Options }) => reach(of, true, options ?? {}),
  paths: ({ from, to, options, ...rest }: PageArgs & { from: string[]; to: string[]; options?: Options }) => page(walk(from, false, options).filter((one) => to.includes(one.node.id)).map(pathOf), rest),
  chains: ({ through, ...rest }: PageArgs & { through: string }) => {
    const around = new Set([through, ...walk([through], true).map((one) => one.node.id), ...walk([through], false).map((one) => one.node.id)]);
    const chains = nodes
      .filter((node) => node.kinds.includes('IDENTITY') && around.has(node.id))
      .flatMap((identity) => {
        const credentials = edges.filter((edge) => edge.kind === 'AUTHENTICATES' && edge.to === identity.id);
        const reached = walk([identity.id], false).filter((one) => one.path.at(-1)?.kind === 'ON');
        const chain = { identity: entityOf(identity), via: [], resources: bounds(reached), reached: (args: PageArgs) => page(reached.map((one) => resourceRow(one, [identity.id])), args), certainty: 'PROVED' };
        if (credentials.length === 0) {
          const assumer = edges.find((edge) => edge.kind === 'CAN_ASSUME' && edge.to === identity.id);
          return [{ ...chain, consumer: assumer ? entityOf(byId.get(assumer.from)!) : null, credential: null as Record<string, unknown> | null, missing: assumer ? [] : ['CONSUMER', 'CREDENTIAL'], certainty: assumer?.certainty ?? 'PROVED' }];
        }
        return credentials.map((edge) => {
          const user = edges.find((one) => one.kind === 'USES' && one.to === edge.from);
          return { ...chain, credential: entityOf(byId.get(edge.from)!), consumer: user ? entityOf(byId.get(user.from)!) : null, missing: user ? [] : ['CONSUMER'], certainty: user?.certainty ?? 'PROVED' };
        });
      });
    return page(chains, rest);
  },
  sources: [
    {
      id: 'aws-files', kind: 'aws', name: 'AWS, from files', scopes: ['aws:111122223333'],
      datasets: completeness.sources,
      lastRun: { id: '7', kind: 'LOAD', state: 'PUBLISHED', startedAt: '2026-11-23T16:00:00Z', finishedAt: '2026-11-23T16:00:04Z', datasets: [], opened: 120, closed: 0, problems: [{ code: 'NHI-AWS-017', statement: 'The policy Legacy does not parse.', remedy: 'Correct the policy and load again.', locator: 'authorization-details.json#/Policies/3' }] },
    },
  ],
};
