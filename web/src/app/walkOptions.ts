import type { Capability, Certainty } from '../api/enums';
import { certaintyOrder } from '../vocabulary/certainties';
import { capabilities } from '../vocabulary/capabilities';

/** How a question walks the graph: the contract's TraversalOptions, as the page and its links hold them. */
export interface WalkOptions {
  certainty: Certainty;
  capabilities: Capability[];
  maxDepth: number | null;
  includeInactive: boolean;
  includeExposedTo: boolean;
  strict: boolean;
}

export const defaultOptions: WalkOptions = {
  certainty: 'INFERRED',
  capabilities: [],
  maxDepth: null,
  includeInactive: false,
  includeExposedTo: false,
  strict: false,
};

/** Reads options from a link; what a link holds that is not in the vocabulary is left at its default. */
export function readOptions(read: URLSearchParams): WalkOptions {
  const depth = Number.parseInt(read.get('depth') ?? '', 10);
  return {
    certainty: certaintyOrder.find((certainty) => certainty === read.get('certainty')) ?? defaultOptions.certainty,
    capabilities: [...new Set(read.getAll('capability'))].filter((name): name is Capability => Object.hasOwn(capabilities, name)),
    maxDepth: Number.isInteger(depth) && depth > 0 ? depth : null,
    includeInactive: read.get('inactive') === '1',
    includeExposedTo: read.get('exposed') === '1',
    strict: read.get('strict') === '1',
  };
}

/** The terms of a link; defaults are left out. */
export function writeOptions(options: WalkOptions): [string, string][] {
  const terms: [string, string][] = [];
  if (options.certainty !== defaultOptions.certainty) {
    terms.push(['certainty', options.certainty]);
  }
  for (const capability of options.capabilities) {
    terms.push(['capability', capability]);
  }
  if (options.maxDepth !== null) {
    terms.push(['depth', String(options.maxDepth)]);
  }
  if (options.includeInactive) {
    terms.push(['inactive', '1']);
  }
  if (options.includeExposedTo) {
    terms.push(['exposed', '1']);
  }
  if (options.strict) {
    terms.push(['strict', '1']);
  }
  return terms;
}

/** The options as the API takes them. */
export function traversalOptions(options: WalkOptions) {
  return {
    certainty: options.certainty,
    capabilities: options.capabilities.length > 0 ? options.capabilities : null,
    maxDepth: options.maxDepth,
    includeInactive: options.includeInactive,
    includeExposedTo: options.includeExposedTo,
    strict: options.strict,
  };
}
