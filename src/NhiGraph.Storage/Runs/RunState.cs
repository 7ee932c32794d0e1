namespace NhiGraph.Storage.Runs;

/// <summary>How far a run came. Readers see only what published runs did.</summary>
public enum RunState : byte
{
    /// <summary>Being written, or left behind by a crash until the next run starts.</summary>
    Open,
    Published,
    /// <summary>Given up; it changed nothing.</summary>
    Abandoned,
}
