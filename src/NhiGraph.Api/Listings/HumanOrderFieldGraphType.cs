namespace NhiGraph.Api.Listings;

internal sealed class HumanOrderFieldGraphType() : OrderFieldGraphType("HumanOrderField", ListedKind.Humans);
