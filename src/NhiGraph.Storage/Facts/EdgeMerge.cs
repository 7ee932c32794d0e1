namespace NhiGraph.Storage.Facts;

/// <summary>Makes one edge of all that its owners state of it. Pure; the order of the statements does not matter.</summary>
public static class EdgeMerge
{
    /// <summary>
    /// Certainty, validity, assumptions and properties are those of the strongest statement: the most certain, then one that is not disabled, then the one
    /// with the fewest assumptions, then the least owner ordinally. Every statement's alternatives justify it, in that order.
    /// </summary>
    /// <exception cref="ArgumentException">There is no statement, or they are not of one edge.</exception>
    public static DerivedEdge Merge(IEnumerable<DerivedEdge> statements)
    {
        DerivedEdge[] ordered = [.. statements.OrderByDescending(s => s.Edge.Certainty).ThenBy(s => s.Edge.Validity.Disabled)
            .ThenBy(s => s.Edge.Assumptions.Length).ThenBy(s => s.Owner, StringComparer.Ordinal)];
        if (ordered.Length == 0 || ordered.Any(s => s.Edge.Key != ordered[0].Edge.Key))
        {
            throw new ArgumentException("An edge is merged from at least one statement, all of the same key.", nameof(statements));
        }

        return ordered.Length == 1 ? ordered[0] : ordered[0] with { Alternatives = [.. ordered.SelectMany(s => s.Alternatives)] };
    }
}
