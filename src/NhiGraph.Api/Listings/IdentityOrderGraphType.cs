namespace NhiGraph.Api.Listings;

internal sealed class IdentityOrderGraphType() : OrderGraphType<IdentityOrderFieldGraphType>("IdentityOrder");
