namespace NhiGraph.Loaders.Runs;

/// <summary>What a dataset could tell: which answers of "none" it must have been read for.</summary>
[Flags]
public enum DatasetTells
{
    None = 0,
    Identities = 1 << 0,
    Credentials = 1 << 1,
    /// <summary>Could add access: policies, trusts, resource policies.</summary>
    Grants = 1 << 2,
    /// <summary>Could take access away: boundaries, organisation policies, resource policies.</summary>
    Restrictions = 1 << 3,
    Resources = 1 << 4,
    Consumers = 1 << 5,
    Usage = 1 << 6,
    /// <summary>Who answers for identities and what signs in as them.</summary>
    Owners = 1 << 7,
    People = 1 << 8,
    Creators = 1 << 9,
    /// <summary>Who is in which team.</summary>
    Teams = 1 << 10,
    /// <summary>Who answers for resources that are no identities.</summary>
    ResourceOwners = 1 << 11,
    Applications = 1 << 12,
}
