namespace NhiGraph.Api.Listings;

internal sealed class EntitlementOrderFieldGraphType() : OrderFieldGraphType("EntitlementOrderField", ListedKind.Entitlements);
