using System.Collections.Concurrent;

namespace NhiGraph.Storage.Neo4j;

/// <summary>A statement of the folder <c>cypher/</c>, by its path without extension, e.g. <c>load/put_nodes</c>.</summary>
/// <param name="Name">The path.</param>
/// <param name="Header">The comment lines before the statement: question, parameters, the plan operators that it relies on.</param>
/// <param name="Text">The statement.</param>
public sealed record CypherFile(string Name, string Header, string Text)
{
    private const string Folder = "cypher/";
    private static readonly ConcurrentDictionary<string, CypherFile> Read = new(StringComparer.Ordinal);

    /// <summary>Every statement of the folder.</summary>
    public static IEnumerable<string> Names => typeof(CypherFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..].Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static CypherFile Named(string name) => Read.GetOrAdd(name, static name =>
    {
        using Stream resource = typeof(CypherFile).Assembly.GetManifestResourceStream(Folder + name) ?? throw new ArgumentException($"There is no statement cypher/{name}.cypher.", nameof(name));
        using var reader = new StreamReader(resource);
        return Of(name, reader.ReadToEnd());
    });

    /// <summary>The operators that the header says the statement relies on.</summary>
    public IEnumerable<string> ReliesOn => Header.Split('\n').Where(line => line.StartsWith(ReliesOnMark, StringComparison.Ordinal))
        .SelectMany(line => line[ReliesOnMark.Length..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(what => what != "none");

    /// <summary>The statements of a file that has several, each ended by <c>;</c> at the end of a line.</summary>
    public IEnumerable<CypherFile> Each() =>
        Text.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => this with { Text = text.TrimEnd(';') });

    private const string ReliesOnMark = "// Relies on:";

    internal static CypherFile Of(string name, string content)
    {
        string[] lines = content.ReplaceLineEndings("\n").Split('\n');
        string[] header = [.. lines.TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))];
        return new CypherFile(name, string.Join('\n', header), string.Join('\n', lines.Skip(header.Length)).Trim());
    }
}
