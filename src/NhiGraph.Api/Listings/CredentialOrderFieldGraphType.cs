namespace NhiGraph.Api.Listings;

internal sealed class CredentialOrderFieldGraphType() : OrderFieldGraphType("CredentialOrderField", ListedKind.Credentials);
