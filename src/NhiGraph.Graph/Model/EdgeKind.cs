namespace NhiGraph.Graph.Model;

/// <summary>What an edge says. <see cref="Vocabulary.Edges"/> declares how each is used and which kinds it joins.</summary>
/// <remarks>The first nine are walked; the numbers are stored in snapshots, so append only.</remarks>
public enum EdgeKind : byte
{
    HasAccount = 0,
    Uses = 1,
    Authenticates = 2,
    CanAssume = 3,
    MemberOf = 4,
    Holds = 5,
    Includes = 6,
    Yields = 7,
    ExposedTo = 8,
    On = 9,
    Contains = 10,
    Created = 11,
    Owns = 12,
    ReportsTo = 13,
    PartOf = 14,
    InTeam = 15,
    StoredIn = 16,
    SessionOf = 17,
    Exercised = 18,
}
