using System.Collections.Frozen;
using System.Reflection;

namespace NhiGraph.Storage.Sqlite.Engine;

/// <summary>The .sql files of this assembly: <c>queries/</c> by name, <c>schema/</c> in order.</summary>
internal static class SqlText
{
    private static readonly FrozenDictionary<string, string> Files = Read();

    /// <summary>The schema's steps in order: number, name, script.</summary>
    internal static IReadOnlyList<(int Number, string Name, string Script)> SchemaSteps { get; } = [.. Files.Where(file => file.Key.StartsWith("schema.", StringComparison.Ordinal))
        .Select(file => (int.Parse(file.Key.AsSpan("schema.".Length, 3), System.Globalization.CultureInfo.InvariantCulture), file.Key["schema.000_".Length..], file.Value)).OrderBy(step => step.Item1)];

    internal static string Query(string name) => Files["queries." + name];

    /// <summary>The build names a resource by its folder and file, with underscores before names that begin with a digit.</summary>
    private static FrozenDictionary<string, string> Read()
    {
        Assembly assembly = typeof(SqlText).Assembly;
        string prefix = typeof(SqliteGraphStore).Namespace + ".";
        return assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[prefix.Length..^".sql".Length],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal);
    }
}
