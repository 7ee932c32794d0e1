using System.Globalization;
using System.Text;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Loaders.People.Read;

/// <summary>How the CSV files of one organisation are written, from a small YAML file (<c>People/README.md</c> shows one); what it does not say has defaults.</summary>
internal sealed class CsvMapping
{
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { "columns", "status", "dates", "delimiter", "separator" };

    /// <summary>Their names of a column, to try in turn, by ours; normalised as <see cref="CsvTable.Normal"/>.</summary>
    internal Dictionary<string, List<string>> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>Our word for each of theirs, normalised.</summary>
    internal Dictionary<string, string> Status { get; } = new(StringComparer.Ordinal);

    /// <summary>How dates are written, in .NET's letters; null for ISO 8601.</summary>
    internal string? Dates { get; private set; }

    /// <summary>What parts fields; null: told from the header.</summary>
    internal string? Delimiter { get; private set; }

    /// <summary>What parts several values in one field.</summary>
    internal string Separator { get; private set; } = "|";

    internal static CsvMapping Usual { get; } = new();

    /// <param name="columns">Our names of columns that may be mapped.</param>
    /// <param name="words">Our status words.</param>
    /// <exception cref="RefusedInputException">It is no YAML, or says what cannot be meant.</exception>
    internal static CsvMapping Parse(string file, ReadOnlyMemory<byte> text, IReadOnlyCollection<string> columns, IReadOnlyCollection<string> words, InputProblems told)
    {
        var mapping = new CsvMapping();
        foreach ((YamlScalarNode name, YamlNode value) in Root(file, text, told))
        {
            switch (name.Value)
            {
                case "columns":
                    ReadNames(file, value, columns, mapping.AddColumn, told);
                    break;
                case "status":
                    ReadNames(file, value, words, (ours, theirs) => mapping.Status[CsvTable.Normal(theirs)] = ours, told);
                    break;
                case "dates":
                    mapping.Dates = Sound(Scalar(file, value, told), file, value, told);
                    break;
                case "delimiter":
                    mapping.Delimiter = Scalar(file, value, told) is { Length: 1 } delimiter ? delimiter : throw Wrong(file, value.Start, "a delimiter of one character", told);
                    break;
                case "separator":
                    mapping.Separator = Scalar(file, value, told) is { Length: > 0 } separator ? separator : throw Wrong(file, value.Start, "a text that is not empty", told);
                    break;
                default:
                    throw Wrong(file, name.Start, $"one of {string.Join(", ", Members.Order(StringComparer.Ordinal))}", told);
            }
        }

        return mapping;
    }

    private void AddColumn(string ours, string theirs)
    {
        if (!Columns.TryGetValue(ours, out List<string>? names))
        {
            Columns[ours] = names = [];
        }

        names.Add(CsvTable.Normal(theirs));
    }

    private static IEnumerable<(YamlScalarNode Name, YamlNode Value)> Root(string file, ReadOnlyMemory<byte> text, InputProblems told)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(Encoding.UTF8.GetString(text.Span)));
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser does not put every fault of a text into its own exception.
            throw Wrong(file, (broken as YamlException)?.Start ?? Mark.Empty, "sound YAML", told);
        }

        if (yaml.Documents.Count != 1 || yaml.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw Wrong(file, Mark.Empty, "one YAML document with columns, status, dates, delimiter or separator", told);
        }

        return root.Children.Select(member => (member.Key as YamlScalarNode ?? throw Wrong(file, member.Key.Start, "a name", told), member.Value));
    }

    private static void ReadNames(string file, YamlNode node, IReadOnlyCollection<string> known, Action<string, string> add, InputProblems told)
    {
        if (node is not YamlMappingNode names)
        {
            throw Wrong(file, node.Start, "names with what they stand for", told);
        }

        foreach ((YamlNode key, YamlNode value) in names.Children)
        {
            string ours = Scalar(file, key, told);
            if (!known.Contains(ours))
            {
                throw Wrong(file, key.Start, $"one of {string.Join(", ", known)}", told);
            }

            foreach (YamlNode theirs in value is YamlSequenceNode several ? several.Children : (IEnumerable<YamlNode>)[value])
            {
                add(ours, Scalar(file, theirs, told));
            }
        }
    }

    private static string Sound(string dates, string file, YamlNode node, InputProblems told)
    {
        try
        {
            // Not of this year: a date without a year would be taken to be of it.
            var day = new DateTime(1987, 11, 23, 0, 0, 0, DateTimeKind.Utc);
            if (DateTime.TryParseExact(day.ToString(dates, CultureInfo.InvariantCulture), dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime read) && read.Date == day.Date)
            {
                return dates;
            }
        }
        catch (FormatException)
        {
            // Told below.
        }

        throw Wrong(file, node.Start, "how a date is written, with day, month and year, such as dd.MM.yyyy", told);
    }

    private static string Scalar(string file, YamlNode node, InputProblems told) => (node as YamlScalarNode)?.Value ?? throw Wrong(file, node.Start, "a text", told);

    private static RefusedInputException Wrong(string file, Mark at, string expected, InputProblems told) =>
        new([told.WrongMapping(string.Create(CultureInfo.InvariantCulture, $"{file}#line={at.Line}"), expected)]);
}
