using System.Collections.Immutable;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Input;

/// <summary>Keeps what was read by account and dataset, what is missing of it, and what was wrong. An account is whatever a scope of the source is of: an account, a tenant, an organisation.</summary>
/// <param name="scopeOf">The scope of an account.</param>
/// <param name="datasets">Those that a reading names for each account, SKIPPED where nothing of it was given.</param>
internal sealed class ReadingLedger(string source, string kind, Func<string, string> scopeOf, ImmutableArray<string> datasets, InputProblems told)
{
    /// <summary>Of each code so many problems are told one by one; the rest as a count.</summary>
    public const int ToldEach = 100;

    /// <summary>So many problems are no export with some faults, but something else: reading on would only take time.</summary>
    public const int MostProblems = 100_000;

    private readonly SortedSet<string> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Dataset), SortedDictionary<string, Fact>> facts = [];
    private readonly HashSet<(string Account, string Dataset)> given = [];
    private readonly HashSet<(string Account, string Dataset)> partial = [];
    private readonly HashSet<string> partialEverywhere = [];
    private readonly List<Problem> problems = [];
    private readonly SortedDictionary<string, int> toldByCode = new(StringComparer.Ordinal);

    private int reported;

    /// <summary>The accounts that some record named so far.</summary>
    public IReadOnlySet<string> Accounts => accounts;

    public void AddAccount(string account) => accounts.Add(account);

    /// <summary>A file with this dataset of this account was given: it is not SKIPPED.</summary>
    public void Given(string account, string dataset) => given.Add((account, dataset));

    /// <param name="account">Null where the account is not known: then no account's dataset is complete.</param>
    public void Partial(string? account, string dataset) => _ = account is null ? partialEverywhere.Add(dataset) : partial.Add((account, dataset));

    /// <summary>Whether the dataset was given, and nothing of it is known to be missing so far.</summary>
    public bool IsWhole(string account, string dataset) => StateOf(account, dataset) == DatasetState.Complete;

    public bool IsGiven(string account, string dataset) => given.Contains((account, dataset));

    /// <summary>The keys of the facts kept so far.</summary>
    public IEnumerable<string> KeysOf(string account, string dataset) =>
        FactsOf(account, dataset).Keys;

    /// <summary>The fact already kept under this key.</summary>
    public Fact? Find(string account, string dataset, string key) => FactsOf(account, dataset).GetValueOrDefault(key);

    public void Add(string account, string dataset, string key, string content, string locator)
    {
        if (!facts.TryGetValue((account, dataset), out SortedDictionary<string, Fact>? ofDataset))
        {
            facts[(account, dataset)] = ofDataset = new SortedDictionary<string, Fact>(StringComparer.Ordinal);
        }

        ofDataset.Add(key, new Fact(new FactKey(source, scopeOf(account), dataset, key), content, locator));
        accounts.Add(account);
        given.Add((account, dataset));
    }

    /// <summary>Adds the fact, but where one of that key was kept already: the first counts, and another content is told as a fault of the record.</summary>
    /// <returns>It is the first.</returns>
    public bool Keep(string account, string dataset, string key, string content, string locator, RecordFaults faults)
    {
        if (Find(account, dataset, key) is not { } first)
        {
            Add(account, dataset, key, content, locator);
            return true;
        }

        if (first.Content != content)
        {
            faults.Missing(faults.Told.DuplicateRecord(locator, key, first.Locator));
        }

        return false;
    }

    /// <summary>Another content for a key that was added.</summary>
    public void Replace(string account, string dataset, string key, string content, string locator)
    {
        facts[(account, dataset)].Remove(key);
        Add(account, dataset, key, content, locator);
    }

    /// <exception cref="RefusedInputException">Nothing but problems comes of the input.</exception>
    public void Report(Problem problem)
    {
        int count = toldByCode[problem.Code] = toldByCode.GetValueOrDefault(problem.Code) + 1;
        if (count <= ToldEach)
        {
            problems.Add(problem);
        }

        if (++reported > MostProblems)
        {
            throw new RefusedInputException([told.TooManyProblems(MostProblems, problem)]);
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
        ImmutableArray<DatasetReading> readings =
        [
            .. from account in accounts
               from dataset in datasets
               select new DatasetReading(scopeOf(account), dataset, StateOf(account, dataset), [.. FactsOf(account, dataset).Values]),
        ];
        IEnumerable<Problem> counts = toldByCode.Where(code => code.Value > ToldEach).Select(code => told.MoreOfTheSame(code.Key, code.Value - ToldEach));
        return new SourceReading(source, kind, readings, [.. problems, .. counts]);
    }

    private DatasetState StateOf(string account, string dataset) =>
        !given.Contains((account, dataset)) ? DatasetState.Skipped
        : partialEverywhere.Contains(dataset) || partial.Contains((account, dataset)) ? DatasetState.Partial
        : DatasetState.Complete;

    private SortedDictionary<string, Fact> FactsOf(string account, string dataset) => facts.GetValueOrDefault((account, dataset)) ?? [];
}
