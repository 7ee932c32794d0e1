namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What must be true of target or caller beside the permissions.</summary>
internal enum TechniqueRequirement
{
    /// <summary>The role is in an instance profile.</summary>
    InstanceProfile,
    /// <summary>The user has fewer than two access keys.</summary>
    FreeKeySlot,
    NoPassword,
    Password,
    /// <summary>The user's password is enough to sign in.</summary>
    NoSecondFactor,
    /// <summary>The caller is the target, or can become it.</summary>
    ActsAsTarget,
    /// <summary>The role's trust policy admits the caller.</summary>
    TrustsCaller,
    /// <summary>No Deny keeps the caller from assuming the role once the role's trust policy names it.</summary>
    NotDeniedToAssume,
}
