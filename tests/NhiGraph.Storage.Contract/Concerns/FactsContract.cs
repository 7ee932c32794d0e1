using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Facts come back as they were given, in one order.</summary>
public abstract class FactsContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task A_fact_comes_back_as_it_was_given()
    {
        Fact fact = Some.Fact("arn:aws:iam::111111111111:role/a", """{"Name":"a","Tags":[{"Key":"owner","Value":"x \"y\" \\ z"}]}""");
        Run run = await PublishAsync(new RunChanges { Facts = [fact] });

        Assert.Equal(fact, Assert.Single(await FactsAsync(run.Id)));
    }

    [Fact]
    public async Task Facts_come_by_source_scope_dataset_and_key_whatever_the_order_they_were_written_in()
    {
        Fact[] sorted =
        [
            Some.Fact("z", dataset: "a", scope: "s1", source: "aws"), Some.Fact("B", dataset: "b", scope: "s1", source: "aws"), Some.Fact("a", dataset: "b", scope: "s1", source: "aws"),
            Some.Fact("a", dataset: "a", scope: "s2", source: "aws"), Some.Fact("a", dataset: "a", scope: "s1", source: "github"),
        ];
        Run run = await PublishAsync(new RunChanges { Facts = [sorted[3], sorted[1], sorted[4], sorted[0], sorted[2]] });

        Assert.Equal(sorted, await FactsAsync(run.Id));
    }

    [Fact]
    public async Task Facts_of_one_scope_or_dataset_are_read_alone()
    {
        Fact[] facts = [Some.Fact("1", dataset: "a", scope: "s1"), Some.Fact("2", dataset: "b", scope: "s1"), Some.Fact("3", dataset: "a", scope: "s2")];
        Run run = await PublishAsync(new RunChanges { Facts = [.. facts] });

        Assert.Equal(["1", "2"], (await FactsAsync(run.Id, "s1")).Select(fact => fact.Id.Key));
        Assert.Equal(["1", "3"], (await FactsAsync(run.Id, null, "a")).Select(fact => fact.Id.Key));
        Assert.Equal(["3"], (await FactsAsync(run.Id, "s2", "a")).Select(fact => fact.Id.Key));
        Assert.Empty(await FactsAsync(run.Id, "s3"));
    }

    [Fact]
    public async Task Equal_keys_of_different_sources_are_different_facts()
    {
        Run run = await PublishAsync(new RunChanges { Facts = [Some.Fact("a", "1", source: "x"), Some.Fact("a", "2", source: "y")] });

        Assert.Equal(["1", "2"], (await FactsAsync(run.Id)).Select(fact => fact.Content));
    }

    [Fact]
    public async Task A_changed_fact_is_closed_and_opened()
    {
        await PublishAsync(new RunChanges { Facts = [Some.Fact("a", "1")] });
        Run changed = await PublishAsync(new RunChanges { Facts = [Some.Fact("a", "2")] });

        Assert.Equal((1L, 1L), (changed.Opened, changed.Closed));
        Assert.Equal("2", Assert.Single(await FactsAsync(changed.Id)).Content);
        Assert.Equal("1", Assert.Single(await FactsAsync(new RunId(1))).Content);
    }

    [Fact]
    public async Task A_large_fact_comes_back_whole()
    {
        string content = "\"" + string.Concat(Enumerable.Repeat("0123456789abcdef", 131_072)) + "\"";
        Run run = await PublishAsync(new RunChanges { Facts = [Some.Fact("big", content)] });

        Assert.Equal(content, Assert.Single(await FactsAsync(run.Id)).Content);
    }

    [Fact]
    public async Task Reading_may_be_left_before_the_end()
    {
        Run run = await PublishAsync(new RunChanges { Facts = [.. Enumerable.Range(0, 100).Select(i => Some.Fact($"{i:d3}"))] });
        for (int i = 0; i < 3; i++)
        {
            await foreach (Fact fact in Store.FactsAsync(run.Id, null, null, Cancellation))
            {
                Assert.Equal("000", fact.Id.Key);
                break;
            }
        }

        Assert.Equal(100, (await FactsAsync(run.Id)).Length);
        Assert.Equal(run.Id, (await Store.StatusAsync(Cancellation)).Version);
    }

    [Fact]
    public async Task Two_readings_at_once_do_not_mix()
    {
        Run run = await PublishAsync(new RunChanges { Facts = [.. Enumerable.Range(0, 50).Select(i => Some.Fact($"{i:d3}"))] });
        var pairs = new List<(string, string)>();
        await using IAsyncEnumerator<Fact> other = Store.FactsAsync(run.Id, null, null, Cancellation).GetAsyncEnumerator(Cancellation);
        await foreach (Fact fact in Store.FactsAsync(run.Id, null, null, Cancellation))
        {
            Assert.True(await other.MoveNextAsync());
            pairs.Add((fact.Id.Key, other.Current.Id.Key));
        }

        Assert.Equal(50, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(pair.Item1, pair.Item2));
    }
}
