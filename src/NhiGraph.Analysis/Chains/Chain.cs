using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.Chains;

/// <summary>Consumer, credential and the first identity they lead to. What that identity reaches is a blast radius of its own.</summary>
/// <param name="Consumer">What uses the credential, or may act as the identity without one; -1 where the chain lacks it.</param>
/// <param name="Credential">What authenticates the identity; -1 where the chain lacks it.</param>
/// <param name="Identity">Where the chain ends; identities it may take on further are not chains of their own.</param>
/// <param name="Certainty">Of the weaker of the chain's edges; PROVED where it has none.</param>
public readonly record struct Chain(int Consumer, int Credential, int Identity, Certainty Certainty)
{
    /// <summary>The links the chain lacks, in its order.</summary>
    /// <param name="reachesResources">Whether its identity reaches any, as its blast radius says.</param>
    public IEnumerable<ChainLink> Missing(bool reachesResources)
    {
        if (Consumer < 0)
        {
            yield return ChainLink.Consumer;
        }

        if (Credential < 0)
        {
            yield return ChainLink.Credential;
        }

        if (!reachesResources)
        {
            yield return ChainLink.Resources;
        }
    }
}
