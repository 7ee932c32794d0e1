namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What a technique is done to.</summary>
internal enum TechniqueTarget
{
    /// <summary>A role that one of the technique's services may act as.</summary>
    ServiceRole,
    Role,
    User,
    Group,
    /// <summary>Any user or role.</summary>
    Principal,
    /// <summary>The account as a whole.</summary>
    Account,
}
