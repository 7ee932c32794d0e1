import type { graphql } from './graphql';

export type NodeKind = ReturnType<typeof graphql.scalar<'NodeKind'>>;
export type EdgeKind = ReturnType<typeof graphql.scalar<'EdgeKind'>>;
export type Capability = ReturnType<typeof graphql.scalar<'Capability'>>;
export type Certainty = ReturnType<typeof graphql.scalar<'Certainty'>>;
export type DatasetState = ReturnType<typeof graphql.scalar<'DatasetState'>>;
export type Sensitivity = ReturnType<typeof graphql.scalar<'Sensitivity'>>;
export type OrphanReason = ReturnType<typeof graphql.scalar<'OrphanReason'>>;
export type TrustLinkKind = ReturnType<typeof graphql.scalar<'TrustLinkKind'>>;
export type TrustState = ReturnType<typeof graphql.scalar<'TrustState'>>;
export type TrustVerdict = ReturnType<typeof graphql.scalar<'TrustVerdict'>>;
export type ChainLink = ReturnType<typeof graphql.scalar<'ChainLink'>>;
export type HumanStatus = ReturnType<typeof graphql.scalar<'HumanStatus'>>;
export type Severity = ReturnType<typeof graphql.scalar<'Severity'>>;
