namespace NhiGraph.Api.Listings;

internal sealed class GroupOrderGraphType() : OrderGraphType<GroupOrderFieldGraphType>("GroupOrder");
