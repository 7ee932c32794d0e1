using NhiGraph.Analysis.Administrators;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Api.ToxicCombinations;

/// <summary>A toxic combination in the request's snapshot.</summary>
/// <param name="Administrators">Who administers what; null where the rule is another.</param>
internal sealed record ToxicView(AskedGraph Asked, AccessGraph Graph, ToxicCombination Combination, AdministratorsAnswer? Administrators)
{
    private const int MostOfGroup = 200;

    internal ToxicRule Rule => Combination.Finding.Rule;

    internal string Id => $"{Rule.Id}|{Graph.KeyOf(Combination.Actor)}";

    internal EntityNode Actor => Entity(Combination.Actor);

    internal IEnumerable<EntityNode> ControlGroup => Combination.ControlGroup.Take(MostOfGroup).Select(Entity);

    internal int ControlGroupSize => Combination.ControlGroup.Length;

    /// <summary>Of administrators: whether every way to administer what the parts are on takes a technique; null for other rules.</summary>
    internal bool? ByTechnique => Administrators?.Find(Combination.Actor, Combination.Parts[0].On) is { } administrator ? administrator.Direct is null : null;

    internal bool ExceptionHolds => Combination.Exception?.HoldsAt(DateTimeOffset.FromUnixTimeSeconds(Asked.At)) == true;

    /// <summary>One sentence; the actor's name is the store's, so that it is a promise.</summary>
    internal object? Statement => Actor.Stored(stored =>
    {
        string where = Combination.Accounts switch
        {
            [] => "",
            [string one] => $" in {one}",
            [string first, ..] more => $" in {first} and {more.Length - 1} more accounts",
        };
        int others = Combination.ControlGroup.Length - 1;
        string by = others == 0 ? "" : $", by {others} {(others == 1 ? "other that it is or controls" : "others that it is or controls")}";
        string accepted = Combination.Exception switch
        {
            null => "",
            { } exception when ExceptionHolds => $" Accepted by {exception.By} until {exception.Until:yyyy-MM-dd}: {exception.Why}",
            { } exception => $" Accepted by {exception.By} until {exception.Until:yyyy-MM-dd}; that time is over.",
        };
        return $"{stored.Node.Name} can {char.ToLowerInvariant(Rule.Title[0])}{Rule.Title[1..]}{where}{by}.{accepted}";
    });

    internal EntityNode Entity(int node) => new(Asked, Graph, node);
}
