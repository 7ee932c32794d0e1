using System.Collections.Immutable;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Keeps what was read by account and dataset, what is missing of it, and what was wrong.</summary>
internal sealed class ReadingLedger
{
    /// <summary>Of each code so many problems are told one by one; the rest as a count.</summary>
    public const int ToldEach = 100;

    private static readonly ImmutableArray<string> Datasets =
        [AwsDatasets.Users, AwsDatasets.Groups, AwsDatasets.Roles, AwsDatasets.Policies, AwsDatasets.CredentialReport, AwsDatasets.AccessKeys, AwsDatasets.TaggedResources];

    private readonly SortedSet<string> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<FactKey, Fact> facts = [];
    private readonly HashSet<(string Account, string Dataset)> given = [];
    private readonly HashSet<(string Account, string Dataset)> partial = [];
    private readonly HashSet<string> partialEverywhere = [];
    private readonly List<Problem> problems = [];
    private readonly SortedDictionary<string, int> toldByCode = new(StringComparer.Ordinal);

    /// <summary>The accounts that some record named so far.</summary>
    public IReadOnlySet<string> Accounts => accounts;

    public void AddAccount(string account) => accounts.Add(account);

    /// <summary>A file with this dataset of this account was given: it is not SKIPPED.</summary>
    public void Given(string account, string dataset) => given.Add((account, dataset));

    /// <param name="account">Null where the account is not known: then no account's dataset is complete.</param>
    public void Partial(string? account, string dataset) => _ = account is null ? partialEverywhere.Add(dataset) : partial.Add((account, dataset));

    /// <summary>Whether the dataset was given, and nothing of it is known to be missing so far.</summary>
    public bool IsWhole(string account, string dataset) => StateOf(account, dataset) == DatasetState.Complete;

    /// <summary>The keys of the facts kept so far.</summary>
    public IEnumerable<string> KeysOf(string account, string dataset) =>
        facts.Keys.Where(key => key.Scope == AwsDatasets.ScopeOf(account) && key.Dataset == dataset).Select(key => key.Key);

    /// <summary>The fact already kept under this key.</summary>
    public Fact? Find(string account, string dataset, string key) => facts.GetValueOrDefault(KeyOf(account, dataset, key));

    public void Add(string account, string dataset, string key, string content, string locator)
    {
        FactKey id = KeyOf(account, dataset, key);
        facts.Add(id, new Fact(id, content, locator));
        accounts.Add(account);
        given.Add((account, dataset));
    }

    public void Report(Problem problem)
    {
        int told = toldByCode[problem.Code] = toldByCode.GetValueOrDefault(problem.Code) + 1;
        if (told <= ToldEach)
        {
            problems.Add(problem);
        }
    }

    public void Report(RecordFaults faults, string? account, string dataset)
    {
        foreach (Problem problem in faults.Problems)
        {
            Report(problem);
        }

        if (faults.Partial)
        {
            Partial(account, dataset);
        }
    }

    public SourceReading Close()
    {
        ILookup<(string, string), Fact> byDataset = facts.Values.ToLookup(fact => (fact.Id.Scope, fact.Id.Dataset));
        ImmutableArray<DatasetReading> readings =
        [
            .. from account in accounts
               from dataset in Datasets
               let scope = AwsDatasets.ScopeOf(account)
               select new DatasetReading(scope, dataset, StateOf(account, dataset), [.. byDataset[(scope, dataset)].OrderBy(fact => fact.Id.Key, StringComparer.Ordinal)]),
        ];
        IEnumerable<Problem> counts = toldByCode.Where(code => code.Value > ToldEach).Select(code => AwsProblems.MoreOfTheSame(code.Key, code.Value - ToldEach));
        return new SourceReading(AwsDatasets.Source, AwsDatasets.Source, readings, [.. problems, .. counts]);
    }

    private DatasetState StateOf(string account, string dataset) =>
        !given.Contains((account, dataset)) ? DatasetState.Skipped
        : partialEverywhere.Contains(dataset) || partial.Contains((account, dataset)) ? DatasetState.Partial
        : DatasetState.Complete;

    private static FactKey KeyOf(string account, string dataset, string key) => new(AwsDatasets.Source, AwsDatasets.ScopeOf(account), dataset, key);
}
