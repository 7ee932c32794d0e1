namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What sort of principal holds policies.</summary>
internal enum PrincipalKind
{
    User,
    Role,
    Group,
    Root,
}
