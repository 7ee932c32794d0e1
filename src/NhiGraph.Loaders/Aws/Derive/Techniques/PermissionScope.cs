namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What a permission of a technique must hold on; one that has none must hold on something of its kind.</summary>
internal enum PermissionScope
{
    Target,
    /// <summary>A customer managed policy that is attached to the target, or to a group of it.</summary>
    PolicyOfTarget,
    /// <summary>A group that the target is in.</summary>
    GroupOfTarget,
    /// <summary>A workload that has the role.</summary>
    Workload,
}
