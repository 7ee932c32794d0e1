namespace NhiGraph.Analysis.OrphanChains;

/// <summary>Which questions the sources of a scope were read whole for: where one was not, its answer of "none" is unknown.</summary>
[Flags]
public enum Known : byte
{
    None = 0,
    /// <summary>Who owns identities, and who works here.</summary>
    Owners = 1,
    /// <summary>Who is in which team.</summary>
    Teams = 2,
    /// <summary>Who made identities and credentials.</summary>
    Creators = 4,
    Consumers = 8,
    Credentials = 16,
    /// <summary>Which access there is.</summary>
    Grants = 32,
    /// <summary>Which identities there are.</summary>
    Identities = 64,
    All = 127,
}
