using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>How much of one resource a hub covers.</summary>
/// <param name="Allow">What its patterns give, null where an exclusion of the hub takes all of it.</param>
/// <param name="Except">What exclusions take out of that; null for nothing.</param>
/// <param name="Lowered">What is taken out unless a condition holds.</param>
/// <param name="Named">Its patterns name the resource, whatever is left out.</param>
/// <param name="Whole">All of the resource is named, though it may be left out as a whole.</param>
internal sealed record Coverage(OnTarget? Allow, OnTarget? Except, ImmutableArray<(OnTarget Target, Condition Unless)> Lowered, bool Named, bool Whole)
{
    private static readonly Coverage Nothing = new(null, null, [], false, false);

    internal bool Reached => Allow is not null;

    internal static Coverage Of(Hub hub, CatalogEntry entry, ActionTable table)
    {
        bool direct = entry.Kind >= 0 && hub.Kinds.Contains(entry.Kind) && hub.Includes.Any(include => include.Covers(entry.Arn));
        bool parts = table.PartOf(entry.Kind) is var part and >= 0 && hub.Kinds.Contains(part);
        if (direct && (!parts || !hub.Exclusions.Any(exclusion => exclusion.Covers(entry.Arn))))
        {
            return Direct(hub, entry);
        }

        return parts ? Parts(hub, entry, direct) : direct ? Direct(hub, entry) : Nothing;
    }

    private static Coverage Direct(Hub hub, CatalogEntry entry) => hub.Exclusions.Any(exclusion => exclusion.Covers(entry.Arn))
        ? new(null, OnTarget.ExceptSelf, [], true, true)
        : new(OnTarget.AllowSelf, null, [.. hub.Lowered.Where(part => part.Of.Covers(entry.Arn)).Select(part => (OnTarget.ExceptSelf, part.Unless))], true, true);

    /// <summary>Objects are parts of their bucket, paths of their domain.</summary>
    /// <param name="wholeNamed">The bucket itself is named too.</param>
    private static Coverage Parts(Hub hub, CatalogEntry entry, bool wholeNamed)
    {
        var all = ArnPattern.Parse(entry.Arn.Text + "/*");
        List<string> parts = Glob.Widest(hub.Includes.Where(include => include.Overlaps(all)).SelectMany(include => PartsOf(include, entry)));
        List<(OnTarget Target, Condition Unless)> crossing = [];
        Exclusion[] exclusions = [.. hub.Exclusions.Select(exclusion => exclusion.Within(all)).OfType<Exclusion>()];
        foreach (Exclusion exclusion in exclusions.Where(exclusion => exclusion.IsNot))
        {
            string[] only = [.. PartsOf(exclusion.Kept, entry, all)];
            crossing.AddRange(parts.Where(part => !only.Any(other => Glob.Contains(other, part)) && only.Any(other => Glob.Overlaps(other, part) && Glob.Common(part, other) is null)).Select(part => Crossing(part, only)));
            parts = Glob.Widest(parts.SelectMany(part => only.Where(other => Glob.Overlaps(other, part)).SelectMany(other => Glob.Common(part, other) ?? [part])));
        }

        if (parts.Count == 0)
        {
            return Nothing;
        }

        bool Left(Exclusion exclusion, string part) => exclusion.Covers(ArnPattern.Parse($"{entry.Arn.Text}/{part}"));
        string[] kept = [.. parts.Where(part => !exclusions.Any(exclusion => Left(exclusion, part)))];
        bool whole = kept is ["*"] && !wholeNamed;
        if (kept.Length == 0)
        {
            return new(null, OnTarget.ExceptSelf, [], true, true);
        }

        IEnumerable<(Exclusion Of, Condition Unless)> lowered = hub.Lowered.Select(part => (Of: part.Of.Within(all)!, part.Unless)).Where(part => part.Of is { } of && of.Touches(all));
        string[] except = [.. Glob.Widest(exclusions.SelectMany(exclusion => Taken(exclusion, entry, all)))];
        return new(
            whole && except.Length == 0 ? OnTarget.AllowSelf : OnTarget.Part(OnEffect.Allow, kept),
            except.Length == 0 ? null : OnTarget.Part(OnEffect.Except, except),
            [.. crossing, .. lowered.Select(part => (part.Of.IsNot || kept.All(piece => Left(part.Of, piece)) ? OnTarget.ExceptSelf : OnTarget.Part(OnEffect.Except, Taken(part.Of, entry, all)), part.Unless))],
            true,
            whole && except.Length == 0);
    }

    /// <summary>No pattern says what two patterns that cross have in common: of the one, nothing is sure.</summary>
    private static (OnTarget Target, Condition Unless) Crossing(string part, string[] only) =>
        (OnTarget.Part(OnEffect.Except, [part]), ConditionSets.Make("Resource", "Within", only, $"what is asked for is within {string.Join(" or ", only)} too"));

    /// <summary>The parts that an exclusion takes out; one that keeps named parts only was applied before.</summary>
    private static IEnumerable<string> Taken(Exclusion exclusion, CatalogEntry entry, ArnPattern all) => exclusion.IsNot ? [] : PartsOf(exclusion.Patterns, entry, all);

    private static IEnumerable<string> PartsOf(ImmutableArray<ArnPattern> patterns, CatalogEntry entry, ArnPattern all) =>
        patterns.Where(pattern => pattern.Overlaps(all)).SelectMany(pattern => PartsOf(pattern, entry));

    private static List<string> PartsOf(ArnPattern pattern, CatalogEntry entry) => pattern.IsEverything ? ["*"] : Glob.After(pattern.Resource, entry.Arn.Resource + "/");
}
