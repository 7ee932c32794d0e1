namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Which elements a policy document must and must not have.</summary>
internal enum PolicyKind
{
    /// <summary>Attached to a user, group or role: names resources, no principal.</summary>
    Identity,
    /// <summary>Who may assume a role: names principals, no resource.</summary>
    Trust,
}
