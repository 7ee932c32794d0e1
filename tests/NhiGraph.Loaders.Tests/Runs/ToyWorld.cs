using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>Makes random readings of a few scopes; small names, so that they meet often.</summary>
internal sealed class ToyWorld(Random random)
{
    internal static ImmutableArray<string> Scopes { get; } = ["toy:A", "toy:B", "toy:C", "toy:D"];

    internal static ImmutableArray<string> Datasets { get; } = ["users", "buckets", "rights"];

    internal SourceReading Reading(IEnumerable<string> scopes, Func<DatasetState> state, string source = "toy") =>
        new(source, ToyProvider.Kind, [.. scopes.SelectMany(scope => Datasets.Select(dataset => Dataset(source, scope, dataset, state())))], []);

    internal DatasetState AnyState() => random.Next(8) switch { 0 => DatasetState.Partial, 1 => DatasetState.Denied, 2 => DatasetState.Failed, 3 => DatasetState.Skipped, _ => DatasetState.Complete };

    internal IEnumerable<string> SomeScopes() => Scopes.Where(_ => random.Next(2) == 0);

    private DatasetReading Dataset(string source, string scope, string dataset, DatasetState state)
    {
        ImmutableArray<Fact> facts = state is DatasetState.Complete or DatasetState.Partial
            ? [.. Enumerable.Range(0, 3).Where(_ => random.Next(3) > 0).Select(n => Fact(source, scope, dataset, $"{dataset[0]}{n}"))]
            : [];
        return new(scope, dataset, state, facts);
    }

    private Fact Fact(string source, string scope, string dataset, string key)
    {
        string content = dataset switch
        {
            "users" => JsonSerializer.Serialize(new { purpose = "p" + random.Next(2), trusts = Enumerable.Range(0, random.Next(3)).Select(_ => AnyUser()).Distinct() }),
            "buckets" => JsonSerializer.Serialize(new { purpose = "p" + random.Next(2) }),
            _ when random.Next(2) == 0 => JsonSerializer.Serialize(new { holder = "u" + random.Next(3), assume = AnyUser() }),
            _ => JsonSerializer.Serialize(new { holder = "u" + random.Next(3), bucket = ToyProvider.Bucket(AnyScope(), "b" + random.Next(3)) }),
        };
        return new(new FactKey(source, scope, dataset, key), content, "toy.json");
    }

    private string AnyUser() => ToyProvider.User(AnyScope(), "u" + random.Next(3));

    private string AnyScope() => Scopes[random.Next(Scopes.Length)];
}
