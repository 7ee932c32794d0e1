namespace NhiGraph.Api.Listings;

internal sealed class EntitlementOrderGraphType() : OrderGraphType<EntitlementOrderFieldGraphType>("EntitlementOrder");
