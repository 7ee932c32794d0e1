namespace NhiGraph.Api.Listings;

internal sealed class CredentialOrderGraphType() : OrderGraphType<CredentialOrderFieldGraphType>("CredentialOrder");
