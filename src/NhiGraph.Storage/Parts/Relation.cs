namespace NhiGraph.Storage.Parts;

/// <summary>What one asks of a node's surroundings. Each is a query of its own, so that a node with a hundred thousand neighbours of one sort is no burden to a question about another.</summary>
public enum Relation
{
    /// <summary>Credentials that authenticate an identity.</summary>
    Credentials,
    /// <summary>Identities that a credential authenticates.</summary>
    Identities,
    /// <summary>What uses a credential; for an identity, what uses one of its credentials, with the edges between, or may act as it.</summary>
    Consumers,
    /// <summary>Credentials that a consumer uses.</summary>
    UsedCredentials,
    /// <summary>Direct members of a group.</summary>
    Members,
    /// <summary>The groups that a principal is in, directly or through groups, with what it and they hold.</summary>
    Holdings,
    /// <summary>Who holds an entitlement directly.</summary>
    Holders,
    /// <summary>The resources that an entitlement names, allowed and excepted.</summary>
    Targets,
    /// <summary>The accounts of a person.</summary>
    Accounts,
    /// <summary>What a resource contains directly.</summary>
    Children,
    /// <summary>Where a credential is kept.</summary>
    StoredIn,
    /// <summary>Who created it.</summary>
    Creators,
    /// <summary>Who owns it, and what it is a session or part of with who owns that.</summary>
    Owners,
    /// <summary>People who could know a secret.</summary>
    ExposedTo,
    /// <summary>Whom a person reports to.</summary>
    Managers,
    /// <summary>The teams that a person is in.</summary>
    Teams,
    /// <summary>What a person or identity created.</summary>
    Created,
    /// <summary>What a person or team owns.</summary>
    Owned,
    /// <summary>Secrets that a person could know.</summary>
    KnownSecrets,
    /// <summary>The applications that something is part of.</summary>
    Applications,
}
