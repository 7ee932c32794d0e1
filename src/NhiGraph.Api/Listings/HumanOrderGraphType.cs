namespace NhiGraph.Api.Listings;

internal sealed class HumanOrderGraphType() : OrderGraphType<HumanOrderFieldGraphType>("HumanOrder");
