namespace NhiGraph.Api.Listings;

internal sealed class ApplicationOrderGraphType() : OrderGraphType<ApplicationOrderFieldGraphType>("ApplicationOrder");
