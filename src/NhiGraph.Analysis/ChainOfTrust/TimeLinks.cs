using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>Rotation, expiry, usage: the worst of the credentials that work decides.</summary>
internal sealed class TimeLinks(TrustSubject subject, TrustTerms terms, LinkMaker make)
{
    private readonly AccessGraph _graph = subject.Graph;
    private readonly Accountability _accountability = new(subject.Graph, subject.At);
    private readonly int[] _working = [.. (subject.Kind == NodeKinds.Credential ? subject.Credentials.Where(subject.IsInForce) : subject.Credentials).Union(subject.AfterDisabling).Order()];

    /// <summary>A secret that was not rotated since somebody left who knows it, is not theirs to keep; one without date may be of any age.</summary>
    internal TrustLink Rotation()
    {
        const TrustLinkKind Kind = TrustLinkKind.Rotation;
        AccessEdge[] known = [.. _working.SelectMany(credential => _graph.In(credential)).Where(edge => edge.Kind == EdgeKind.ExposedTo && _accountability.IsDeparted(edge.From) && subject.IsActive(edge))];
        if (known.Length > 0)
        {
            IEnumerable<int> secrets = TrustSubject.Each(known, edge => edge.To);
            IEnumerable<int> leavers = TrustSubject.Each(known, edge => edge.From);
            return make.Link(Kind, Known.Credentials, TrustState.Contradicted, TrustReason.KnownToLeaver, secrets.Concat(leavers), known, leavers.Min(human => _graph.DateOf(human, NodeDate.Ended)));
        }

        int[] lasting = [.. _working.Where(credential => _graph.FactsOf(credential).Posture == Posture.Static)];
        int[] old = [.. lasting.Where(credential => MadeAt(credential) < terms.OldestSecret(subject.At))];
        int[] undated = [.. _working.Where(credential => _graph.FactsOf(credential).Posture == Posture.Unknown || (lasting.Contains(credential) && MadeAt(credential) is null))];
        return old.Length > 0 ? make.Link(Kind, Known.Credentials, TrustState.Stale, TrustReason.TooOld, old, at: old.Min(MadeAt))
            : undated.Length > 0 ? make.Link(Kind, Known.Credentials, TrustState.Unknown, TrustReason.AgeUnknown, undated)
            : lasting.Length > 0 ? make.Link(Kind, Known.Credentials, TrustState.Present, TrustReason.Fresh, lasting, at: lasting.Min(MadeAt))
            : HasNone ? make.None(Kind, Known.Credentials, TrustReason.NoCredential, [])
            : make.Link(Kind, Known.Credentials, TrustState.Present, TrustReason.NothingToRotate, _working);
    }

    internal TrustLink Expiry()
    {
        const TrustLinkKind Kind = TrustLinkKind.Expiry;
        int[] past = [.. subject.Identities.Where(identity => EndOf(identity) <= subject.At && _graph.FactsOf(identity).Enabled != false)];
        if (past.Length > 0)
        {
            return make.ByRecord(Kind, TrustState.Contradicted, TrustReason.PastItsEnd, past, at: past.Min(EndOf));
        }

        if (EndOf(subject.Node) > subject.At || (subject.Identities.Length > 0 && subject.Identities.All(identity => EndOf(identity) > subject.At)))
        {
            int[] ending = [.. EndOf(subject.Node) > subject.At ? [subject.Node] : subject.Identities];
            return make.ByRecord(Kind, TrustState.Present, TrustReason.Ends, ending, at: ending.Max(EndOf));
        }

        int[] open = [.. _working.Where(credential => EndOf(credential) is null && _graph.FactsOf(credential).Posture is Posture.Static or Posture.Unknown)];
        int[] endless = [.. open.Where(credential => _graph.FactsOf(credential).Posture == Posture.Static)];
        return endless.Length > 0 ? make.Link(Kind, Known.None, TrustState.Missing, TrustReason.Endless, endless)
            : open.Length > 0 ? make.Link(Kind, Known.Credentials, TrustState.Unknown, TrustReason.EndUnknown, open)
            : HasNone ? make.None(Kind, Known.Credentials, TrustReason.NoCredential, [])
            : make.Link(Kind, Known.Credentials, TrustState.Present, TrustReason.Ends, _working, at: _working.Max(EndOf));
    }

    internal TrustLink Usage()
    {
        const TrustLinkKind Kind = TrustLinkKind.Usage;
        int[] things = [.. subject.UsedThrough.Distinct()];
        int[] used = [.. things.Where(thing => UsedAt(thing) is not null).OrderByDescending(UsedAt).ThenBy(thing => thing)];
        if (used.Length == 0)
        {
            bool never = things.All(make.IsNeverUsed);
            return make.ByRecord(Kind, never ? TrustState.Missing : TrustState.Unknown, never ? TrustReason.NeverUsed : TrustReason.UseUnknown, []);
        }

        bool lately = UsedAt(used[0]) >= terms.OldestUse(subject.At);
        return make.ByRecord(Kind, lately ? TrustState.Present : TrustState.Stale, lately ? TrustReason.UsedLately : TrustReason.UsedLongAgo, [used[0]], at: UsedAt(used[0]));
    }

    /// <summary>Nothing ever authenticated it, and nobody takes it on.</summary>
    private bool HasNone => _working.Length == 0 && subject.Bound.Length == 0 && subject.TakingOn.Length == 0;

    /// <summary>Of the secret as it is now.</summary>
    private long? MadeAt(int credential) => _graph.DateOf(credential, NodeDate.Rotated) ?? _graph.DateOf(credential, NodeDate.Created);

    private long? EndOf(int node) => _graph.DateOf(node, NodeDate.Expires);

    private long? UsedAt(int node) => _graph.DateOf(node, NodeDate.Used);
}
