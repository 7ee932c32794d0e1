namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>What kind of thing an event is about.</summary>
internal enum TrailThing
{
    User,
    Role,
    Group,
    /// <summary>Named by its ARN.</summary>
    Resource,
    Bucket,
    AccessKey,
    Password,
    ServiceSpecific,
    SshKey,
    SigningCertificate,
}
