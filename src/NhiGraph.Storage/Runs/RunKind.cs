namespace NhiGraph.Storage.Runs;

/// <summary>Why a run changed the graph.</summary>
public enum RunKind : byte
{
    /// <summary>A source was read.</summary>
    Load,
    /// <summary>Rules changed: derived again from the facts already stored.</summary>
    Derive,
}
