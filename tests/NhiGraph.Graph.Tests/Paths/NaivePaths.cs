using System.Text.RegularExpressions;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Tests.Paths;

/// <summary>All simple paths by trying every way, on the records alone. Written from DESIGN §3; shares nothing with the code it judges.</summary>
internal sealed class NaivePaths(PathGraph graph, TraversalOptions options)
{
    private static readonly string[] SomeParts = ["a/b", "a/c", "a/cc", "a/", "b", "c", "", "a"];
    private readonly Dictionary<string, string> _parents = graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Contains).ToDictionary(edge => edge.To, edge => edge.From);

    /// <summary>Shortest first, then by edges in order, then by the resource.</summary>
    /// <param name="mayReturn">A target met on the way may be collected all the same: a role that can change itself is reached as a resource too.</param>
    internal List<List<NaiveStep>> All(IEnumerable<string> from, IReadOnlyCollection<string> to, Capability? capability = null, bool mayReturn = false)
    {
        var found = new List<List<NaiveStep>>();
        foreach (string start in from.Distinct())
        {
            Extend(start, [start], [], to, capability, mayReturn, found);
        }

        found.Sort(Compare);
        return found;
    }

    internal static Certainty Weakest(List<NaiveStep> path) => path.Min(step => step.Certainty);

    internal static int Compare(List<NaiveStep> x, List<NaiveStep> y)
    {
        int order = x.Count.CompareTo(y.Count);
        for (int i = 0; order == 0 && i < x.Count; i++)
        {
            order = Compare(x[i].Edge, y[i].Edge);
        }

        return order != 0 ? order : string.CompareOrdinal(x[^1].To, y[^1].To);
    }

    /// <summary>Walked edges come before ON edges, then by key: the order of an AccessGraph.</summary>
    private static int Compare(EdgeKey x, EdgeKey y)
    {
        int order = (x.Kind == EdgeKind.On).CompareTo(y.Kind == EdgeKind.On);
        return order != 0 ? order : x.CompareTo(y);
    }

    private void Extend(string at, HashSet<string> met, List<NaiveStep> steps, IReadOnlyCollection<string> to, Capability? capability, bool mayReturn, List<List<NaiveStep>> found)
    {
        if (steps.Count > 0 && to.Contains(at))
        {
            found.Add([.. steps]);
        }

        foreach (string resource in to.Where(target => mayReturn || !met.Contains(target)))
        {
            foreach (GraphEdge on in Giving(at, resource, capability))
            {
                found.Add([.. steps, new(on.Key, resource, Lowered(on, resource))]);
            }
        }

        if (steps.Count == options.MaxDepth)
        {
            return;
        }

        foreach (GraphEdge edge in graph.Edges.Values.Where(edge => edge.From == at && edge.Kind <= EdgeKind.ExposedTo && Usable(edge) && !met.Contains(edge.To)))
        {
            met.Add(edge.To);
            Extend(edge.To, met, [.. steps, new(edge.Key, edge.To, Demoted(edge))], to, capability, mayReturn, found);
            met.Remove(edge.To);
        }
    }

    private IEnumerable<GraphEdge> Giving(string hub, string resource, Capability? capability) => graph.Edges.Values.Where(edge =>
        edge.Kind == EdgeKind.On && edge.From == hub && edge.On!.Effect == OnEffect.Allow && Covers(edge, resource) && Usable(edge) && Wanted(hub, capability)
        && !Gone(edge, resource) && Lowered(edge, resource) >= options.Certainty);

    private bool Wanted(string hub, Capability? capability)
    {
        Capability of = VocabularyText.ParseOrDefault<Capability>(graph.Nodes.Single(node => node.Key == hub)[PropertyNames.Capability]);
        return capability is { } one ? of == one : options.Capabilities.IsEmpty || options.Capabilities.Contains(of);
    }

    private bool Covers(GraphEdge on, string resource) => on.To == resource || (on.On!.Covers == OnCovers.Subtree && Above(resource).Contains(on.To));

    private IEnumerable<string> Above(string resource)
    {
        for (string? at = _parents.GetValueOrDefault(resource); at is not null; at = _parents.GetValueOrDefault(at))
        {
            yield return at;
        }
    }

    private IEnumerable<GraphEdge> Excepts(GraphEdge allow, string resource, bool certain) => graph.Edges.Values.Where(edge =>
        edge.Kind == EdgeKind.On && edge.From == allow.From && edge.On!.Effect == OnEffect.Except && Covers(edge, resource) && Active(edge)
        && (Demoted(edge) == Certainty.Proved && edge.Conditions.IsEmpty) == certain);

    /// <summary>Only an unconditional PROVED except lowers possible, and one of parts removes only what it covers.</summary>
    private bool Gone(GraphEdge allow, string resource) => Taken(allow, Excepts(allow, resource, certain: true), []);

    private Certainty Lowered(GraphEdge allow, string resource)
    {
        bool lowered = Taken(allow, Excepts(allow, resource, certain: false), Excepts(allow, resource, certain: true));
        Certainty certainty = Demoted(allow);
        return lowered && certainty > Certainty.Conditional ? Certainty.Conditional : certainty;
    }

    /// <summary>Whether excepts take all of an allow, or all of it that others have left.</summary>
    private static bool Taken(GraphEdge allow, IEnumerable<GraphEdge> excepts, IEnumerable<GraphEdge> others)
    {
        List<GraphEdge> all = [.. excepts];
        if (all.Exists(edge => edge.On!.Covers != OnCovers.Parts))
        {
            return true;
        }

        if (allow.On!.Covers != OnCovers.Parts)
        {
            return false;
        }

        List<string> parts = [.. all.SelectMany(edge => edge.On!.Parts)];
        List<string> gone = [.. others.SelectMany(edge => edge.On!.Parts)];
        return allow.On.Parts.Where(part => !gone.Exists(except => CoversPart(except, part))).All(part => parts.Exists(except => CoversPart(except, part)));
    }

    private static bool CoversPart(string except, string part) => SomeParts.Where(text => Matches(part, text)).All(text => Matches(except, text));

    private static bool Matches(string glob, string text) => Regex.IsMatch(text, $"^{Regex.Escape(glob).Replace("\\*", ".*").Replace("\\?", ".")}$", RegexOptions.Singleline);

    private bool Usable(GraphEdge edge) => Demoted(edge) >= options.Certainty && (edge.Kind != EdgeKind.ExposedTo || options.IncludeExposedTo) && (options.IncludeInactive || Active(edge));

    private bool Active(GraphEdge edge) => !edge.Validity.Disabled && edge.Validity.From <= options.At && options.At < edge.Validity.Until;

    private Certainty Demoted(GraphEdge edge) => options.Strict && !edge.Assumptions.IsEmpty && edge.Certainty > Certainty.Declared ? Certainty.Declared : edge.Certainty;
}
