using System.Collections.Immutable;
using System.Reflection;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Rules;

/// <summary>The rules of toxic combinations that are asked, in the order of their ids, and the exceptions made from them.</summary>
public sealed class RuleBook
{
    private const string Prefix = "NhiGraph.Loaders.Rules.Data.";

    private readonly Lazy<ImmutableArray<ToxicRule>> _rules;

    private RuleBook(Lazy<ImmutableArray<ToxicRule>> rules, ImmutableArray<RuleException> exceptions)
    {
        _rules = rules;
        Exceptions = exceptions;
    }

    /// <summary>Those that come with NhiGraph, without exceptions; read when they are first asked for.</summary>
    public static RuleBook Shipped { get; } = new(new(() => Read([], []).Rules), []);

    public ImmutableArray<ToxicRule> Rules => _rules.Value;

    public ImmutableArray<RuleException> Exceptions { get; }

    /// <summary>The same with another rule in the place of the one of its id.</summary>
    public RuleBook With(ToxicRule rule) => Of([.. Rules.Select(other => other.Id == rule.Id ? rule : other)], Exceptions);

    /// <summary>The shipped rules with more of files, each with its name and content, and the exceptions of files.</summary>
    /// <exception cref="RefusedInputException">With every problem of every file: a file, a line and a reason each.</exception>
    public static RuleBook Read(IEnumerable<(string File, ReadOnlyMemory<byte> Content)> rules, IEnumerable<(string File, ReadOnlyMemory<byte> Content)> exceptions)
    {
        var problems = new List<Problem>();
        var found = new SortedDictionary<string, (ToxicRule Rule, string File)>(StringComparer.Ordinal);
        foreach ((string file, ReadOnlyMemory<byte> content) in ShippedFiles().Concat(rules))
        {
            foreach ((ToxicRule rule, long line) in RuleFile.Read(file, content, problems.Add))
            {
                if (!found.TryAdd(rule.Id, (rule, file)))
                {
                    problems.Add(RuleProblems.TwiceTheSame(file, line, rule.Id, found[rule.Id].File));
                }
            }
        }

        ImmutableArray<RuleException> read = [.. exceptions.SelectMany(file => ExceptionFile.Read(file.File, file.Content, [.. found.Keys, ToxicRule.Administrators.Id], problems.Add))];
        return problems.Count == 0 ? Of([.. found.Values.Select(pair => pair.Rule)], read) : throw new RefusedInputException([.. problems]);
    }

    private static RuleBook Of(ImmutableArray<ToxicRule> rules, ImmutableArray<RuleException> exceptions) => new(new(rules), exceptions);

    private static IEnumerable<(string File, ReadOnlyMemory<byte> Content)> ShippedFiles()
    {
        Assembly assembly = typeof(RuleBook).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return ("NhiGraph's own " + name[Prefix.Length..], content);
        }
    }
}
