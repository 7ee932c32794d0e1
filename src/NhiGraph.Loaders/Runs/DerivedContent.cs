using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>Puts what a provider derived into the form that is stored: one assertion for each fact and node, one statement for each edge.</summary>
internal static class DerivedContent
{
    /// <exception cref="InvalidOperationException">The provider states something in another owner's name.</exception>
    internal static DerivedScope Sound(DerivedScope made, string owner, string scope, ICollection<Problem> problems)
    {
        if (made.Owner != owner || made.Assertions.Any(a => a.Owner != owner) || made.Edges.Any(e => e.Owner != owner) || made.Terms.Any(t => t.Scope != scope || owner != scope))
        {
            throw new InvalidOperationException($"The provider made something in another name than {owner}.");
        }

        foreach (Assertion assertion in made.Assertions.Where(assertion => !Vocabulary.MayShareNode(assertion.Node.Kinds)))
        {
            problems.Add(RunProblems.MayNotShare(assertion.Node.Key, assertion.Node.Kinds, NodeKinds.None));
        }

        return made with
        {
            Assertions = [.. made.Assertions.Where(assertion => Vocabulary.MayShareNode(assertion.Node.Kinds)).GroupBy(assertion => assertion.Id).Select(OneOf)],
            Edges = [.. made.Edges.GroupBy(edge => edge.Id).Select(EdgeMerge.Merge)],
        };
    }

    private static Assertion OneOf(IGrouping<AssertionKey, Assertion> same)
    {
        Assertion heaviest = same.MaxBy(assertion => assertion.Weight)!;
        return same.Skip(1).Any() ? heaviest with { Node = NodeMerge.Merge(same) } : heaviest;
    }
}
