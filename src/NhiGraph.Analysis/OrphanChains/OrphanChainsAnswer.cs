using System.Collections.Immutable;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Analysis.OrphanChains;

/// <summary>Chains for which nobody answers, or which lack a link. One row a chain, with every reason; the most severe first, of equals the one that reaches more, then by keys.</summary>
public sealed class OrphanChainsAnswer
{
    private OrphanChainsAnswer(Condensation condensation, IEnumerable<OrphanChain> chains)
    {
        Condensation = condensation;
        Chains = [.. chains.OrderByDescending(chain => chain.Score).ThenByDescending(chain => chain.Sensitive).ThenBy(chain => chain.Identity).ThenBy(chain => chain.Credential).ThenBy(chain => chain.Consumer)];
    }

    public Condensation Condensation { get; }

    public AccessGraph Graph => Condensation.Graph;

    /// <summary>Those of which nothing is known among them: only <see cref="OrphanChain.IsKnown"/> ones count as orphans.</summary>
    public ImmutableArray<OrphanChain> Chains { get; }

    /// <param name="condensation">Its options say which edges count, and when.</param>
    /// <param name="knownOf">What the sources of a scope were read whole for; null is asked for identities of no scope.</param>
    public static OrphanChainsAnswer Of(Condensation condensation, Func<string?, Known> knownOf) =>
        new(condensation, new OrphanSearch(condensation.Graph, condensation, knownOf).Find());
}
