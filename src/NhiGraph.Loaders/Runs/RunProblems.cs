using NhiGraph.Graph.Model;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>What can be wrong with what a provider derived: mostly a defect of its rules, and what it touches is left out rather than stored wrong.</summary>
internal static class RunProblems
{
    internal const string Prefix = "NHI-RUN-";
    private const string Remedy = "The rest is stored. Report this with the record it names: a rule of this provider makes what the vocabulary does not allow.";
    private const string Containment = "Rights over a container may cover too much or too little here. Correct the wrong record at its source; if none is wrong, report the rule that makes this of them.";

    internal static Problem EndNotAsserted(GraphEdge edge, string end) =>
        new(Prefix + "001", $"{Told(edge)} was left out: no fact of the scopes it joins says that {end} exists.", Remedy, null);

    internal static Problem MayNotJoin(GraphEdge edge, NodeKinds from, NodeKinds to) =>
        new(Prefix + "002", $"{Told(edge)} was left out: it may not run from {from} to {to}.", Remedy, null);

    internal static Problem MayNotShare(string node, NodeKinds said, NodeKinds kept) =>
        new(Prefix + "003", $"{node} is said to be {said}, which one node may not be; it is kept as {kept}.", Remedy, null);

    internal static Problem NoProvider(string scope) =>
        new(Prefix + "004", $"No loader here knows the scope {scope}; what was derived for it before stays as it is.", "Use a version of nhigraph that has the loader.", null);

    internal static Problem SecondContainer(string resource, string kept, string dropped) =>
        new(Prefix + "005", $"{resource} is said to be contained in {kept} and in {dropped}, and one resource has one container; it hangs under {kept}.", Containment, null);

    internal static Problem ContainsItself(string resource) =>
        new(Prefix + "005", $"{resource} is said to contain itself; that is passed over.", Containment, null);

    private static string Told(GraphEdge edge) => $"{edge.Kind.Text()} from {edge.From} to {edge.To}";
}
