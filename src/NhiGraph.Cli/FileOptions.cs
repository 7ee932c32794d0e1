using System.CommandLine;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Cli;

/// <summary>Options that name files.</summary>
internal static class FileOptions
{
    /// <summary>Of every option that names a file.</summary>
    internal const string HelpName = "FILE";

    internal static Option<string[]> Several(string name, string description, bool required = false) =>
        new(name) { HelpName = HelpName, Description = description, Required = required, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };

    internal static Option<string?> One(string name, string description) => new(name) { HelpName = HelpName, Description = description };

    internal static IEnumerable<ExportFile> Named(this ParseResult arguments, Option<string[]> option) => (arguments.GetValue(option) ?? []).Select(ExportFile.OnDisk);

    internal static ExportFile? Named(this ParseResult arguments, Option<string?> option) => arguments.GetValue(option) is { } path ? ExportFile.OnDisk(path) : null;
}
