namespace NhiGraph.Api.Listings;

internal sealed class ResourceOrderGraphType() : OrderGraphType<ResourceOrderFieldGraphType>("ResourceOrder");
