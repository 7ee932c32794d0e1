namespace NhiGraph.Api.Listings;

internal sealed class ConsumerOrderFieldGraphType() : OrderFieldGraphType("ConsumerOrderField", ListedKind.Consumers);
