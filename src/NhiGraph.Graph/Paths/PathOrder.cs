namespace NhiGraph.Graph.Paths;

/// <summary>Which of many paths is the one to show.</summary>
public enum PathOrder : byte
{
    /// <summary>The fewest steps.</summary>
    Shortest,

    /// <summary>The best weakest step, then the fewest steps.</summary>
    Strongest,
}
