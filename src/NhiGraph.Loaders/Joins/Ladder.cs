using System.Collections.Immutable;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Joins;

/// <summary>Finds whom a name means: the strongest rung on which anybody stands decides. Two on one rung are told, never chosen between.</summary>
/// <param name="Found">The one; null where there is none or several.</param>
/// <param name="Several">All that stand on the deciding rung, where they are more than one.</param>
/// <param name="Elsewhen">Those that stood there, but were not here when the thing was made: an address may be given to somebody else again.</param>
internal sealed record Ladder(Party? Found, ImmutableArray<Party> Several, ImmutableArray<Party> Elsewhen)
{
    /// <summary>The rung that decided.</summary>
    internal string? Rung { get; private init; }

    private const long Day = 24 * 60 * 60;

    /// <summary>Accounts are made ready before somebody comes.</summary>
    private const long Before = 60 * Day;

    /// <summary>And may be handed over after somebody left.</summary>
    private const long After = 30 * Day;

    private static Ladder Nobody { get; } = new(null, [], []);

    /// <param name="at">Who stands on a rung.</param>
    /// <param name="made">When the thing was made, ISO 8601; null where that is not known or does not matter.</param>
    /// <param name="strict">Whoever stands alone must have been here then too; else the time only tells several apart.</param>
    internal static Ladder Climb(IEnumerable<string> rungs, Func<string, IEnumerable<Party>> at, string? made = null, bool strict = false)
    {
        foreach (string rung in rungs)
        {
            ImmutableArray<Party> all = [.. at(rung).OrderBy(party => party.Key, StringComparer.Ordinal).ThenBy(party => party.By).DistinctBy(party => party.Key, StringComparer.Ordinal)];
            ImmutableArray<Party> fitting = all.Length == 1 && !strict ? all : [.. all.Where(party => WasHere(party, FactJson.Seconds(made)))];
            if (fitting.Length == 1)
            {
                return Nobody with { Found = fitting[0], Rung = rung };
            }

            if (all.Length > 0)
            {
                return fitting.IsEmpty ? Nobody with { Elsewhen = all } : Nobody with { Several = fitting };
            }
        }

        return Nobody;
    }

    private static bool WasHere(Party party, long? made) =>
        made is not { } at || party.By is JoinedBy.EmployeeId or JoinedBy.DirectoryId
        || ((FactJson.Seconds(party.HiredAt) is not { } hired || at >= hired - Before) && (FactJson.Seconds(party.DepartedAt) is not { } departed || at <= departed + After));
}
