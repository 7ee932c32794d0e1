using System.Collections.Concurrent;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.Tests.Judgements;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.ChainOfTrust;

public sealed class RandomTrustTests
{
    /// <summary>What cannot occur, as the scenarios list it.</summary>
    private static readonly HashSet<(TrustLinkKind, TrustState)> Impossible =
    [
        .. from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "impossible.tsv"))
           let words = line.Split('\t')
           where VocabularyText.TryParse(words[0], out TrustLinkKind _) && VocabularyText.TryParse(words[1], out TrustState _)
           select (VocabularyText.ParseOrDefault<TrustLinkKind>(words[0]), VocabularyText.ParseOrDefault<TrustState>(words[1])),
    ];

    [Fact]
    public void Links_equal_a_walk_of_the_records()
    {
        var met = new ConcurrentDictionary<(TrustLinkKind, TrustState), int>();
        var verdicts = new ConcurrentDictionary<TrustVerdict, int>();
        JudgementCases.Run("chains of trust", 2_000, seed =>
        {
            PathGraph records = JudgementEstate.Make(seed);
            var random = new Random(~seed);
            var options = new TraversalOptions(JudgementEstate.Now)
            {
                Certainty = random.Next(2) == 0 ? Certainty.Inferred : (Certainty)random.Next(4),
                Strict = random.Next(4) == 0,
            };
            Known[] known = [.. Enumerable.Range(0, 3).Select(_ => random.Next(2) == 0 ? Known.All : (Known)random.Next(128))];
            Known KnownOf(string? scope) => known[scope is null ? 2 : scope[^1] - '0'];
            int salt = random.Next();
            bool Listed(string key) => (key.Length + salt) % 4 > 0;
            bool Never(string key) => (key[^1] + salt) % 2 > 0;
            AccessGraph graph = records.Build();
            int judged = 0;
            for (int node = 0; node < graph.NodeCount; node++)
            {
                if (TrustSubject.Of(graph, node, options) is not { } subject)
                {
                    continue;
                }

                judged++;
                ChainOfTrustAnswer answer = ChainOfTrustAnswer.Of(subject, new TrustTerms(), new(KnownOf, other => Listed(graph.KeyOf(other)), other => Never(graph.KeyOf(other))));
                string[] naive = [.. new NaiveTrust(records, graph.KeyOf(node), options, KnownOf, Listed, Never).Links()];
                Assert.Equal(naive, answer.Links.Select(link => NaiveTrust.Text(link.Kind.ToString(), link.IsBacked, link.State, link.Nodes.Select(graph.KeyOf), link.At)));
                Assert.Equal(Verdict(naive), answer.Verdict);
                verdicts.AddOrUpdate(answer.Verdict, 1, (_, count) => count + 1);
                foreach (TrustLink link in answer.Links)
                {
                    met.AddOrUpdate((link.Kind, link.State), 1, (_, count) => count + 1);
                    Assert.All(link.Edges, edge => Assert.True(Evident(subject, graph.EdgeAt(edge)), $"{link.Kind} of {graph.KeyOf(node)} rests on {graph.EdgeKeyOf(edge)}"));
                }
            }

            return judged;
        });
        Assert.All(Enum.GetValues<TrustVerdict>().Where(verdict => verdict != TrustVerdict.Complete), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) > 5, $"{verdict} was met {verdicts.GetValueOrDefault(verdict)} times."));
        foreach (TrustLinkKind kind in Enum.GetValues<TrustLinkKind>())
        {
            foreach (TrustState state in Enum.GetValues<TrustState>())
            {
                Assert.True(Impossible.Contains((kind, state)) ? !met.ContainsKey((kind, state)) : met.GetValueOrDefault((kind, state)) > 5, $"{kind} {state} was met {met.GetValueOrDefault((kind, state))} times.");
            }
        }
    }

    private static TrustVerdict Verdict(string[] links)
    {
        string[][] parts = [.. links.Select(link => link.Split(' '))];
        return parts.Any(link => link[1] == "Contradicted") ? TrustVerdict.Broken
            : parts.Any(link => link[1] is "Missing" or "Stale") ? TrustVerdict.Incomplete
            : parts.All(link => link[1] == "Present" && link[2] == "True") ? TrustVerdict.Complete : TrustVerdict.Unknown;
    }

    /// <summary>Evidence is about what stands in the chain, or about the people, teams and applications beside it.</summary>
    private static bool Evident(TrustSubject subject, AccessEdge edge)
    {
        int[] chain = [subject.Node, .. subject.Identities, .. subject.Bound];
        return chain.Contains(edge.From) || chain.Contains(edge.To)
            || (edge.Kind == EdgeKind.Owns && (subject.Graph.KindsOf(edge.To) & (NodeKinds.Application | NodeKinds.Identity)) != 0);
    }
}
