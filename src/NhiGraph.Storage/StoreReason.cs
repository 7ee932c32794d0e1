namespace NhiGraph.Storage;

/// <summary>Why a store could not do what it was asked.</summary>
public enum StoreReason
{
    /// <summary>The file or server cannot be reached or opened.</summary>
    Unreachable,
    /// <summary>It is there and is no store of ours, or a damaged one.</summary>
    Unreadable,
    /// <summary>It was written by a newer version of this program.</summary>
    TooNew,
    /// <summary>The server is older than this program can use.</summary>
    TooOld,
    /// <summary>The credential is wrong, or may not do this.</summary>
    Refused,
    /// <summary>Another writer holds it.</summary>
    Busy,
    /// <summary>The run was published, abandoned or taken over by another writer.</summary>
    RunLost,
    /// <summary>The version asked for is not there.</summary>
    NoSuchVersion,
    /// <summary>The disk is full or cannot be written.</summary>
    NoSpace,
    /// <summary>The question needs more of the graph than may be brought into memory for it.</summary>
    TooLarge,
    /// <summary>The store's own time limit ended the question.</summary>
    TimedOut,
    /// <summary>The cursor is of another query or version.</summary>
    BadCursor,
}
