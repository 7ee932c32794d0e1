using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>Facts, what is asserted from them, and join terms.</summary>
internal sealed class FactReading(QueryApiClient client, Numbers numbers)
{
    /// <summary>Datasets read by one request; facts are held in memory for that many.</summary>
    internal const int DatasetsARequest = 50;

    /// <summary>Numbers of the datasets of a scope and name, in the order in which their facts come.</summary>
    internal long[] Datasets(string? scope, string? dataset) => [.. numbers.Datasets.Where(known => (scope is null || known.Dataset.Scope == scope) && (dataset is null || known.Dataset.Dataset == dataset))
        .OrderBy(known => known.Dataset, FactKeyOrder.Instance).Select(known => known.Number)];

    internal async Task<Fact[]> FactsAsync(RunId version, IReadOnlyList<long> datasets, CancellationToken cancellation)
    {
        var query = new Query(CypherFile.Named("load/facts"), new QueryParameters().Set("run", version.Value).Set("datasets", datasets));
        Fact[] facts = [.. await client.RowsAsync(query, row => new Fact(numbers.DatasetKey(row.Number(0)) with { Key = row.Text(1) }, row.Text(2), row.Text(3)), cancellation).ConfigureAwait(false)];
        Array.Sort(facts, (x, y) => FactKeyOrder.Instance.Compare(x.Id, y.Id));
        return facts;
    }

    internal async Task<IReadOnlyList<Assertion>> AssertionsOfOwnerAsync(RunId version, string owner, CancellationToken cancellation)
    {
        if (numbers.OwnerOrNull(owner) is not { } number)
        {
            return [];
        }

        var parameters = new QueryParameters().Set("run", version.Value).Set("from", Chunk.First(number)).Set("until", Chunk.First(number + 1));
        return await client.RowsAsync(new Query(CypherFile.Named("load/assertions_of_owner"), parameters), row => Assertion(row, 0), cancellation).ConfigureAwait(false);
    }

    internal async Task<IReadOnlyList<(Assertion Assertion, long Since)>> AssertionsOfAsync(RunId version, IEnumerable<string> nodes, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().Set("run", version.Value).Set("nodes", nodes);
        return await client.RowsAsync(new Query(CypherFile.Named("load/assertions_of_nodes"), parameters), row => (Assertion(row, 0), row.Number(6)), cancellation).ConfigureAwait(false);
    }

    internal async Task<IReadOnlyList<JoinTerm>> TermsAsync(RunId version, CancellationToken cancellation) => await client.RowsAsync(
        new Query(CypherFile.Named("load/terms"), new QueryParameters().Set("run", version.Value)),
        static row => new JoinTerm(row.Text(0), (JoinSide)row.Number(1), row.Text(2), row.Text(3)), cancellation).ConfigureAwait(false);

    /// <summary>The assertion of six columns: node, dataset's number, fact's key, place, weight, content.</summary>
    internal Assertion Assertion(QueryRow row, int column) => new(
        AssertionCode.Read(row.Text(column), row.Text(column + 5)), numbers.DatasetKey(row.Number(column + 1)) with { Key = row.Text(column + 2) }, numbers.OwnerName(Chunk.OwnerOf(row.Number(column + 3))), checked((int)row.Number(column + 4)));
}
