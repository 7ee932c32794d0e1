using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Scenarios.Reading;

/// <summary>The datasets that a scenario can say to be read, one for each thing that a dataset tells, in scopes that begin with <c>aws:</c>.</summary>
internal static class ScenarioSources
{
    /// <summary>Those of the entities themselves: whether what their records do not state is not there.</summary>
    internal const string Records = "records";

    /// <summary>A property of an entity: a dataset of its scope that has a record of it too.</summary>
    internal const string ListedIn = "listedIn";

    private static readonly DatasetTells[] Tells = [DatasetTells.Identities, DatasetTells.Credentials, DatasetTells.Grants, DatasetTells.Consumers, DatasetTells.Usage, DatasetTells.Owners, DatasetTells.People, DatasetTells.Creators, DatasetTells.Teams];

    internal static Provider Provider { get; } = new(
        "aws", new("rules"), facts => new(facts.Scope, [], [], [], []), input => new(DerivedScope.JoinOwner(input.Scope), [], [], [], []), [.. Tells.Select(tells => new DatasetInfo(Name(tells), tells, Name(tells)))], [], new([]));

    /// <summary><c>all</c>, or states by dataset, of which <c>all</c> is every other one.</summary>
    internal static ImmutableSortedDictionary<string, DatasetState> Read(YamlItem read)
    {
        var states = new SortedDictionary<string, DatasetState>(StringComparer.Ordinal);
        if (read.IsText)
        {
            return read.Text == "all" ? Tells.ToImmutableSortedDictionary(Name, _ => DatasetState.Complete, StringComparer.Ordinal) : throw read.Wrong("what was read is: all, or datasets with their states");
        }

        foreach ((string name, YamlItem state) in read.Members)
        {
            if (!VocabularyText.TryParse(state.Text, out DatasetState parsed) || !(name is "all" or Records || Tells.Any(tells => Name(tells) == name)))
            {
                throw state.Wrong($"{name}: {state.Text} is no dataset with its state");
            }

            states[name] = parsed;
        }

        if (states.Remove("all", out DatasetState others))
        {
            foreach (DatasetTells tells in Tells)
            {
                states.TryAdd(Name(tells), others);
            }
        }

        return states.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static string Name(DatasetTells tells) => tells.Text().ToLowerInvariant();
}
