namespace NhiGraph.Storage.Facts;

/// <summary>How much of a dataset a run read. Only <see cref="Complete"/> lets a run close what it no longer sees.</summary>
public enum DatasetState : byte
{
    /// <summary>No run ever named it.</summary>
    Never,
    /// <summary>Read whole.</summary>
    Complete,
    /// <summary>Read in part: a page or item was missing or did not parse.</summary>
    Partial,
    /// <summary>The source refused.</summary>
    Denied,
    /// <summary>The source did not answer.</summary>
    Failed,
    /// <summary>Not asked for in this run.</summary>
    Skipped,
}
