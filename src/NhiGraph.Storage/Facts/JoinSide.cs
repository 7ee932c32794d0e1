namespace NhiGraph.Storage.Facts;

/// <summary>Which side of a join between scopes a term is.</summary>
public enum JoinSide : byte
{
    Offer,
    Ask,
}
