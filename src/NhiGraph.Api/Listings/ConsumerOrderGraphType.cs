namespace NhiGraph.Api.Listings;

internal sealed class ConsumerOrderGraphType() : OrderGraphType<ConsumerOrderFieldGraphType>("ConsumerOrder");
