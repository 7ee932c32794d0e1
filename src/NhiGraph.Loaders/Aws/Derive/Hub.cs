using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>An entitlement: a capability over patterns, cut to types of resources. All of it is in its key; who holds it is not.</summary>
/// <param name="Kinds">The types of resources that the actions can be asked of.</param>
/// <param name="AllKinds">Those are all types that have the capability at all.</param>
/// <param name="Administered">For ADMINISTER: the services, empty for the whole account; null for other capabilities.</param>
internal sealed record Hub(
    string Key,
    Capability Capability,
    IndexSet Kinds,
    bool AllKinds,
    ImmutableArray<ArnPattern> Includes,
    ImmutableArray<Exclusion> Exclusions,
    ImmutableArray<LoweredBy> Lowered,
    ImmutableArray<string>? Administered)
{
    internal string IncludeText => string.Join(", ", Includes.Select(include => include.Text));

    /// <summary>The least statement that gives it: the fact that the node and what leaves it rest on.</summary>
    internal Support? Origin { get; private set; }

    /// <summary>Actions by which each statement that gives it does.</summary>
    internal IndexSet Always { get; private set; } = IndexSet.Empty;

    /// <summary>Actions by which some statement that gives it does.</summary>
    internal IndexSet Sometimes { get; private set; } = IndexSet.Empty;

    /// <summary>A statement gives it. The least of several counts, so that which one comes first does not matter.</summary>
    internal void RestsOn(Support support) => Origin = Origin is null || Before(support, Origin) ? support : Origin;

    internal void IsGivenBy(IndexSet actions) => (Always, Sometimes) = (Sometimes.IsEmpty ? actions : Always.And(actions), Sometimes.Or(actions));

    /// <summary>It stands for a narrower one too.</summary>
    internal void Also(Hub narrow) => Sometimes = Sometimes.Or(narrow.Sometimes);

    /// <summary>Null when it does not reach the ARN, else the conditions for it.</summary>
    internal ImmutableArray<Condition>? On(ArnPattern arn) => Resources.On(Includes, Exclusions, Lowered, arn);

    public bool Equals(Hub? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private static bool Before(Support left, Support right)
    {
        int order = string.CompareOrdinal(left.Fact!.Value.Dataset, right.Fact!.Value.Dataset);
        order = order != 0 ? order : string.CompareOrdinal(left.Fact!.Value.Key, right.Fact!.Value.Key);
        order = order != 0 ? order : string.CompareOrdinal(left.Locator, right.Locator);
        return (order != 0 ? order : string.CompareOrdinal(left.Statement, right.Statement)) < 0;
    }
}
