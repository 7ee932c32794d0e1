using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>A permission as a principal has it by one statement.</summary>
/// <param name="Conditions">What must hold for it, sorted: the statement's conditions without those that the technique meets by itself.</param>
internal sealed record Right(Grant Grant, ImmutableArray<Condition> Conditions, ImmutableArray<Support> Ties)
{
    /// <summary>It holds on everything, whatever else is true.</summary>
    internal bool IsPlain => Grant is { IsUnlimited: true, Window.IsAlways: true } && Conditions.IsEmpty;

    internal IEnumerable<Support> Supports(string action) => [Grant.Source.Support(": " + action), .. Ties];
}
