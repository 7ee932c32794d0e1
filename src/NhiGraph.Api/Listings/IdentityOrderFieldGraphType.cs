namespace NhiGraph.Api.Listings;

internal sealed class IdentityOrderFieldGraphType() : OrderFieldGraphType("IdentityOrderField", ListedKind.Identities);
