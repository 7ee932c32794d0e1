using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Join terms are what they say, nothing less.</summary>
public abstract class TermsContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    private static readonly JoinTerm Term = new("s", JoinSide.Offer, "k", """{"role":"a"}""");

    [Fact]
    public async Task Terms_that_differ_in_anything_are_different()
    {
        JoinTerm[] terms = [Term, Term with { Scope = "t" }, Term with { Side = JoinSide.Ask }, Term with { JoinKey = "l" }, Term with { Content = "{}" }];
        Run run = await PublishAsync(new RunChanges { Terms = [.. terms] });

        Assert.Equal(terms.ToHashSet(), (await Store.TermsAsync(run.Id, Cancellation).ToArrayAsync(Cancellation)).ToHashSet());
        Run fewer = await PublishAsync(new RunChanges { TermsRemoved = [terms[4]] });
        Assert.Equal(terms[..4].ToHashSet(), (await Store.TermsAsync(fewer.Id, Cancellation).ToArrayAsync(Cancellation)).ToHashSet());
    }

    [Fact]
    public async Task A_term_put_twice_is_there_once()
    {
        await PublishAsync(new RunChanges { Terms = [Term] });
        Run again = await PublishAsync(new RunChanges { Terms = [Term] });

        Assert.Equal(Term, Assert.Single(await Store.TermsAsync(again.Id, Cancellation).ToArrayAsync(Cancellation)));
    }

    [Fact]
    public async Task A_term_that_comes_back_is_there_again()
    {
        await PublishAsync(new RunChanges { Terms = [Term] });
        await PublishAsync(new RunChanges { TermsRemoved = [Term] });
        Run back = await PublishAsync(new RunChanges { Terms = [Term] });

        Assert.Equal(Term, Assert.Single(await Store.TermsAsync(back.Id, Cancellation).ToArrayAsync(Cancellation)));
        Assert.Empty(await Store.TermsAsync(new RunId(2), Cancellation).ToArrayAsync(Cancellation));
    }
}
