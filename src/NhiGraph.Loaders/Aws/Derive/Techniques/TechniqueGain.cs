namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What a technique gives.</summary>
internal enum TechniqueGain
{
    /// <summary>To act as the target.</summary>
    Identity,
    /// <summary>What the group gives its members.</summary>
    Group,
    /// <summary>Whatever the target can be given: everything, but for what a Deny or its boundary keeps from it.</summary>
    Anything,
    /// <summary>What the target's policies say, without its boundary.</summary>
    Unbounded,
    /// <summary>To act as the target, as trust policies say: edges of trusts show it, no technique needs to.</summary>
    Trust,
}
