using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Joins;

/// <summary>Accounts of one store, derived and joined.</summary>
internal static class JoinedAccounts
{
    internal static DerivedGraph Of(params IReadOnlyCollection<TestAccount> accounts) => new(Scopes(accounts));

    internal static DerivedScope[] Scopes(params IReadOnlyCollection<TestAccount> accounts)
    {
        DerivedScope[] derived = [.. accounts.Select(account => account.Derive())];
        return [.. derived, .. derived.Select(scope => AwsProvider.Create().Join(Input(scope.Owner, derived, terms => terms)))];
    }

    internal static JoinInput Input(string scope, DerivedScope[] derived, Func<IEnumerable<JoinTerm>, IEnumerable<JoinTerm>> order)
    {
        JoinTerm[] offers = [.. order(derived.Single(d => d.Owner == scope).Terms.Where(term => term.Side == JoinSide.Offer))];
        HashSet<string> keys = [.. offers.Select(offer => offer.JoinKey)];
        return new(scope, [.. offers], [.. order(derived.SelectMany(d => d.Terms).Where(term => term.Side == JoinSide.Ask && keys.Contains(term.JoinKey)))], [.. derived.Select(d => d.Owner)]);
    }
}
