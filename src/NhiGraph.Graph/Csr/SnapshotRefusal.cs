namespace NhiGraph.Graph.Csr;

/// <summary>Why a snapshot is not read. In each case the graph is to be built from the store's rows.</summary>
public enum SnapshotRefusal : byte
{
    /// <summary>It does not begin as a snapshot does.</summary>
    NotASnapshot,
    /// <summary>Another version of the format wrote it.</summary>
    OtherFormat,
    /// <summary>It ends before it should.</summary>
    Torn,
    /// <summary>Its checksum or its content does not hold.</summary>
    Damaged,
}
