namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Which elements a policy document must and must not have.</summary>
internal enum PolicyKind
{
    /// <summary>Attached to a user, group or role: names resources, no principal.</summary>
    Identity,
    /// <summary>Who may assume a role: names principals, no resource.</summary>
    Trust,
    /// <summary>Of a resource: names principals; some services' name no resource either.</summary>
    Resource,
    /// <summary>Of a network endpoint: names resources, and principals where it likes to.</summary>
    Endpoint,
    /// <summary>Of an organisation over the resources of its accounts: its principal is everybody.</summary>
    ResourceControl,
}
