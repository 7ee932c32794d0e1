namespace NhiGraph.Api.Listings;

internal sealed class GroupOrderFieldGraphType() : OrderFieldGraphType("GroupOrderField", ListedKind.Groups);
