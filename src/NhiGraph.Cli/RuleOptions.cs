using System.CommandLine;
using NhiGraph.Loaders.Rules;

namespace NhiGraph.Cli;

/// <summary><c>--rules DIR</c> and <c>--exceptions FILE</c> of the commands that answer questions.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string?> _rules = new("--rules") { HelpName = "DIR", Description = "Rules of toxic combinations beside those that are shipped: every *.yaml of a folder." };
    private readonly Option<string?> _exceptions = FileOptions.One("--exceptions", "Combinations that somebody accepted for a time: a YAML file.");

    internal void AddTo(Command command)
    {
        command.Add(_rules);
        command.Add(_exceptions);
    }

    /// <exception cref="BadUseException">A folder or file cannot be read.</exception>
    /// <exception cref="Loaders.Runs.RefusedInputException">A rule or exception is wrong.</exception>
    internal RuleBook Read(ParseResult arguments)
    {
        try
        {
            string[] files = arguments.GetValue(_rules) is { } folder ? [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
            return files.Length == 0 && arguments.GetValue(_exceptions) is null ? RuleBook.Shipped : RuleBook.Read([.. files.Select(Content)], arguments.GetValue(_exceptions) is { } file ? [Content(file)] : []);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadUseException($"The rules cannot be read: {failure.Message}");
        }
    }

    private static (string File, ReadOnlyMemory<byte> Content) Content(string file) => (file, File.ReadAllBytes(file));
}
