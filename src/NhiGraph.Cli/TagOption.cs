using System.CommandLine;
using NhiGraph.Loaders.Aws.Derive;

namespace NhiGraph.Cli;

/// <summary><c>--tags FILE</c>, or <c>NHIGRAPH_TAGS</c>: part of the rules, so that every command that derives or compares them takes it.</summary>
internal static class TagOption
{
    internal const string Variable = "NHIGRAPH_TAGS";

    private const string Name = "--tags";

    /// <summary>Of the root command, so that each command below takes it.</summary>
    internal static Option<string?> Create() => new(Name)
    {
        HelpName = "FILE",
        Description = $"Which provider tags tell owner, team, application, environment ... where they are not the usual ones: a YAML file. Give the same to each load, derive and status. Default: {Variable}.",
        Recursive = true,
    };

    /// <exception cref="BadUseException">The file cannot be read.</exception>
    /// <exception cref="Loaders.Runs.RefusedInputException">It says what cannot be meant.</exception>
    internal static AwsTagNames Read(ParseResult arguments, Surroundings surroundings)
    {
        if ((arguments.GetValue<string?>(Name) ?? surroundings.Environment(Variable)) is not { Length: > 0 } file)
        {
            return new();
        }

        try
        {
            return AwsTagFile.Read(file, File.ReadAllBytes(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadUseException($"The names of tags cannot be read: {failure.Message}");
        }
    }
}
