namespace NhiGraph.Benchmarks.Load;

/// <summary>What a server is asked of random identities.</summary>
/// <param name="Resource">The query, with the variable <c>of</c>.</param>
/// <param name="Connections">How many ask at once.</param>
/// <param name="Questions">A round.</param>
/// <param name="Answer">How a whole answer begins.</param>
internal sealed record LoadQuestion(string Name, string Resource, int Connections, int Questions, bool OfOne, string Answer)
{
    internal static LoadQuestion BlastRadius { get; } = new("blast radius summary", "load.blast_radius_summary.graphql", 8, 5000, false, """{"data":{"blastRadius":{"notFound":[],"summary":{""");

    /// <summary>One at a time: how long one reader waits.</summary>
    internal static LoadQuestion ChainOfTrust { get; } = new("chain of trust", "load.chain_of_trust.graphql", 1, 1000, true, """{"data":{"chainOfTrust":{"of":{""");
}
