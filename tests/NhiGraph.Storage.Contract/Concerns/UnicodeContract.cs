using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Texts of every script survive, and are ordered by code point.</summary>
public abstract class UnicodeContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Theory]
    [InlineData("Ærøskøbing-backup")]
    [InlineData("デプロイ用ロール")]
    [InlineData("роль/развёртывание")]
    [InlineData("👩‍💻 deploy 🚀")]
    [InlineData("e\u0301 is not \u00e9")]
    [InlineData("مفتاح\u200f الخدمة")]
    [InlineData("zero\u200bwidth\ufeff and \ufffd")]
    [InlineData("\ud800\udc00 to \udbff\udfff")]
    public async Task Keys_names_facts_and_owners_of_any_script_come_back(string text)
    {
        GraphNode node = Some.Node("aws:" + text, text, NodeKinds.Identity, (text, text));
        Fact fact = new(new FactKey(text, text, text, text), "\"" + text + "\"", text);
        GraphEdge edge = Some.Edge(node.Key, node.Key) with { Technique = text, Conditions = [new Condition(text, text, [text], text)], Assumptions = [text] };
        DerivedEdge derived = new(edge, text, [[new Support(fact.Id, null, text, text)]]);
        JoinTerm term = new(text, JoinSide.Ask, text, text);
        Run run = await PublishAsync(new RunChanges { Facts = [fact], Nodes = [node], Assertions = [new Assertion(node, fact.Id, text, 1)], Edges = [derived], Terms = [term] },
            new DatasetRun(text, text, text, DatasetState.Complete, 1));

        Assert.Equal(fact, Assert.Single(await FactsAsync(run.Id, text, text)));
        Assert.Equal(node, Assert.Single(await Store.NodesAsync(run.Id, [node.Key], Cancellation)).Node);
        Assert.Equal(derived, Assert.Single(await Store.EdgesOfAsync(run.Id, [edge.Key], Cancellation)).Derived);
        Assert.Equal(derived, Assert.Single(await Store.EdgesAsync(run.Id, text, Cancellation).ToArrayAsync(Cancellation)));
        Assert.Equal(term, Assert.Single(await Store.TermsAsync(run.Id, Cancellation).ToArrayAsync(Cancellation)));
        Assert.Equal([node.Key], (await Store.FindAsync(run.Id, new NodeQuery { Text = text }, Cancellation)).Keys);
        Assert.Equal(text, Assert.Single((await Store.StatusAsync(Cancellation)).Sources, source => source.Id == text).Datasets[0].Scope);
    }

    [Fact]
    public async Task Composed_and_decomposed_forms_are_two_keys()
    {
        Run run = await PublishAsync(Some.Nodes(Some.Node("caf\u00e9"), Some.Node("cafe\u0301")));

        Assert.Equal(2, (await Store.NodesAsync(run.Id, ["caf\u00e9", "cafe\u0301"], Cancellation)).Length);
    }

    [Fact]
    public async Task Order_is_by_code_point_also_above_the_first_plane()
    {
        string[] sorted = ["a", "\u00e9", "\ud7ff", "\ue000", "\uffee", "\U00010000", "\U0001f680"];
        Run run = await PublishAsync(Some.Nodes([.. sorted.Reverse().Select(key => Some.Node(key))]));

        Assert.Equal(sorted, (await Store.FindAsync(run.Id, new NodeQuery(), Cancellation)).Keys);
        Assert.Equal(sorted, (await FactsAsync(run.Id)).Select(fact => fact.Id.Key));
    }

    [Fact]
    public async Task A_lone_surrogate_is_refused()
    {
        RunId run = await Store.BeginAsync(Start(), Cancellation);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(run, Some.Nodes(Some.Node("a", "\ud800")), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(run, new RunChanges { Facts = [Some.Fact("a", "\udfff")] }, Cancellation));
        await Store.AbandonAsync(run, Cancellation);
    }
}
