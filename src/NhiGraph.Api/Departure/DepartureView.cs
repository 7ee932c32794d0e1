using System.Globalization;
using NhiGraph.Analysis.Departure;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Departure;

/// <summary>What is to do when a person leaves, in the request's snapshot.</summary>
internal sealed class DepartureView(AskedGraph asked, DepartureAnswer answer)
{
    internal const int MostItems = 500;

    private const DatasetTells Tells = DatasetTells.People | DatasetTells.Teams | DatasetTells.Owners | DatasetTells.ResourceOwners | DatasetTells.Creators;

    private readonly Dictionary<int, string> _names = [];

    internal AccessGraph Graph => answer.Graph;

    internal int Total => answer.Items.Length;

    internal IEnumerable<DepartureItemView> Items => answer.Items.Take(MostItems).Select(item => new DepartureItemView(this, item));

    /// <summary>What falls with the secrets that the person could know.</summary>
    internal BlastRadiusQuestion Reach { get; } = new(asked, [.. answer.Secrets.Select(answer.Graph.KeyOf)], new TraversalOptions(asked.At));

    internal CompletenessAnswer Completeness => asked.Snapshot.Coverage.Of(Tells);

    /// <summary>Of whom the sentences speak.</summary>
    internal IEnumerable<int> Named => answer.Items.Take(MostItems).Select(item => item.Other).Where(other => other >= 0).Prepend(answer.Human).Distinct();

    internal string Statement
    {
        get
        {
            string name = Name(answer.Human);
            string when = Graph.DateOf(answer.Human, NodeDate.Ended) is not { } end ? "" : end <= asked.At ? $" left on {UtcDay(end)} and" : $" leaves on {UtcDay(end)} and";
            string ties = string.Join(", ", new[]
            {
                Told(DepartureRelation.Owns, "owns {0}"), Told(DepartureRelation.Created, "created {0}"), Told(DepartureRelation.Granted, "granted {0} entitlement(s)"), Told(DepartureRelation.ExposedTo, "could know {0} secret(s)"), Told(DepartureRelation.Account, "has {0} account(s)"),
            }.OfType<string>());
            string proposals = string.Join(", ", answer.Items.CountBy(item => item.Proposal).OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key.Text().ToLowerInvariant()} {pair.Value}")));
            return ties.Length == 0 ? $"{name}{when} is tied to nothing that was read." : $"{name}{when} {ties}. Proposed: {proposals}.";
        }
    }

    internal async Task ReadNamesAsync(CancellationToken cancellation)
    {
        foreach (int node in Named)
        {
            string key = Graph.KeyOf(node);
            _names[node] = (await asked.Nodes.GetAsync(key, cancellation).ConfigureAwait(false))?.Node.Name ?? key;
        }
    }

    internal string Name(int node) => _names.GetValueOrDefault(node) ?? Graph.KeyOf(node);

    internal EntityNode Entity(int node) => new(asked, Graph, node);

    internal static string UtcDay(long at) => DateTimeOffset.FromUnixTimeSeconds(at).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string? Told(DepartureRelation relation, string words)
    {
        int count = answer.Items.Count(item => (item.Relations & relation) != 0);
        return count == 0 ? null : string.Format(CultureInfo.InvariantCulture, words, count).Replace("(s)", count == 1 ? "" : "s", StringComparison.Ordinal);
    }
}
