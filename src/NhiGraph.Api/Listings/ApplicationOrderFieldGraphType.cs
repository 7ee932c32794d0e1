namespace NhiGraph.Api.Listings;

internal sealed class ApplicationOrderFieldGraphType() : OrderFieldGraphType("ApplicationOrderField", ListedKind.Applications);
