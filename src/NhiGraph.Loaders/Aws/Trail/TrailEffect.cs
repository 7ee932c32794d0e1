namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>What an event does to its thing.</summary>
internal enum TrailEffect
{
    Create,
    /// <summary>The credential has another secret from then on.</summary>
    Rotate,
    Delete,
    /// <summary>The identity or group has other rights from then on, or others may take it.</summary>
    Grant,
    /// <summary>A session of a role begins.</summary>
    Session,
}
