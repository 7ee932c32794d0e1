using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Joins;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>
/// Follows a call back to whom it may have come from: the user that signed it; for a session, whom Identity Center or a SAML provider let in, the caller that began it as far as the log shows, the source identity that was set, and last the
/// session's own name. A session that a service or a workload began has nobody behind it.
/// </summary>
internal sealed class TrailPeople(IReadOnlyDictionary<string, Principal> users, ILookup<string, TrailCall> sessions, TagReader tags)
{
    private const long LongestSession = 12 * 60 * 60;

    /// <summary>Whom the call may have come from, the surest first, and the events that lead there.</summary>
    internal (ImmutableArray<Rung> Rungs, ImmutableArray<Support> Supports) Of(TrailCall call)
    {
        var rungs = ImmutableArray.CreateBuilder<Rung>();
        var supports = ImmutableArray.CreateBuilder<Support>();
        Follow(call, null, rungs, supports, []);
        return ([.. rungs.DistinctBy(rung => rung.Key, StringComparer.Ordinal)], supports.ToImmutable());
    }

    /// <param name="through">How the call is known where it is not the event's own.</param>
    /// <returns>Whether a person may be behind it.</returns>
    private bool Follow(TrailCall call, string? through, ImmutableArray<Rung>.Builder rungs, ImmutableArray<Support>.Builder supports, HashSet<FactKey> seen)
    {
        if (call.OnBehalfOf is { } directory)
        {
            rungs.Add(new(PartyKeys.Directory(directory), Certainty.Proved, "SSO_SESSION"));
        }

        switch (call.Type)
        {
            case "IAMUser" when call.ActorName is { } name:
                Principal? user = call.ActorArn is { } arn ? users.GetValueOrDefault(arn) : null;
                rungs.AddRange(Rung.Of(user is null ? PartyKeys.OfAccountName(name) : tags.PersonKeys(user.Content, name), Certainty.Proved, through ?? "USER"));
                return true;
            case "SAMLUser" when call.ActorName is { } subject:
                rungs.AddRange(Rung.Of(PartyKeys.OfAccountName(subject), Certainty.Proved, "SAML_SESSION"));
                return true;
            case "AssumedRole" when call.IsSession:
                return Session(call, rungs, supports, seen);
            default:
                return call.Type is "IdentityCenterUser";
        }
    }

    private bool Session(TrailCall call, ImmutableArray<Rung>.Builder rungs, ImmutableArray<Support>.Builder supports, HashSet<FactKey> seen)
    {
        // Identity Center names its sessions after the user; nobody can choose that name.
        if (call.IssuerArn?.Contains("/AWSReservedSSO_", StringComparison.Ordinal) == true)
        {
            rungs.AddRange(Rung.Of(PartyKeys.OfAccountName(call.SessionName), Certainty.Proved, "SSO_SESSION"));
            return true;
        }

        TrailCall? begun = sessions[call.ActorArn!].Where(session => session.Seconds <= call.Seconds && session.Seconds >= call.Seconds - LongestSession).OrderBy(session => session.Time, StringComparer.Ordinal)
            .ThenBy(session => session.Fact.Key, StringComparer.Ordinal).LastOrDefault();
        if (begun is not null && seen.Add(begun.Fact))
        {
            supports.Add(begun.Support(call.ActorArn!));
            if (!Follow(begun, "ASSUMED_BY_USER", rungs, supports, seen))
            {
                return false;
            }
        }

        if ((call.SourceIdentity ?? begun?.Begun) is { } source)
        {
            rungs.AddRange(Rung.Of(PartyKeys.OfAccountName(source), Certainty.Declared, "SOURCE_IDENTITY"));
        }

        rungs.AddRange(Rung.Of(PartyKeys.OfAccountName(call.SessionName), Certainty.Inferred, "SESSION_NAME"));
        return true;
    }
}
