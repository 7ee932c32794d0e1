namespace NhiGraph.Analysis.Kpis;

/// <summary>A share with what it is of.</summary>
/// <param name="Covered">Known to fulfil it.</param>
/// <param name="Of">All in scope.</param>
/// <param name="Unknown">Those not covered of which the sources that were read cannot tell; they are in <paramref name="Of"/>.</param>
public readonly record struct KpiRatio(int Covered, int Of, int Unknown)
{
    /// <summary>Null where there is nothing to cover.</summary>
    public double? Share => Of == 0 ? null : (double)Covered / Of;
}
