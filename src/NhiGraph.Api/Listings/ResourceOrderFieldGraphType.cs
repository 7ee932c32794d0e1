namespace NhiGraph.Api.Listings;

internal sealed class ResourceOrderFieldGraphType() : OrderFieldGraphType("ResourceOrderField", ListedKind.Resources);
