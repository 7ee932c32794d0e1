using System.CommandLine;
using NhiGraph.Loaders.Aws.Live;

namespace NhiGraph.Cli;

/// <summary>The options of <c>nhigraph load aws</c> that ask AWS itself, or read what it answered before.</summary>
internal sealed class LiveArguments
{
    private readonly Option<bool> live = new("--live") { Description = "Ask AWS itself, with the credentials of the AWS configuration; reads only." };
    private readonly Option<string?> profile = new("--profile") { HelpName = "NAME", Description = "With --live: the profile whose credentials ask." };
    private readonly Option<string[]> roles = new("--role-arn") { HelpName = "ARN", Description = "With --live: roles to assume, one an account.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> regions = new("--regions") { HelpName = "REGION", Description = "With --live: where services that have regions are asked.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> save = new("--save") { HelpName = "DIR", Description = "With --live: keep what AWS answered, for --from." };
    private readonly Option<string?> from = new("--from") { HelpName = "DIR", Description = "What an earlier --live --save kept." };
    private readonly Option<bool> policy = new("--print-policy") { Description = "Print the policy that lets --live read, and nothing else; with --role-arn, the one that lets assume those roles." };

    internal void AddTo(Command command)
    {
        foreach (Option option in (Option[])[live, profile, roles, regions, save, from, policy])
        {
            command.Add(option);
        }
    }

    /// <summary>The policy to print; null where none is asked for.</summary>
    internal string? Policy(ParseResult arguments) =>
        !arguments.GetValue(policy) ? null : arguments.GetValue(roles) is { Length: > 0 } assumed ? AwsLive.AssumePolicy(assumed) : AwsLive.ReadPolicy;

    /// <summary>What AWS answers, or answered before; null where the load is from files.</summary>
    /// <param name="anyFile">Files are given too.</param>
    /// <exception cref="BadUseException">The options do not go together, or the folder cannot be written.</exception>
    internal async Task<AwsLiveExport?> ReadAsync(ParseResult arguments, bool anyFile, Surroundings surroundings, CancellationToken cancellation)
    {
        bool asks = arguments.GetValue(live);
        if (!asks && (arguments.GetValue(profile) is not null || arguments.GetValue(roles) is { Length: > 0 } || arguments.GetValue(regions) is { Length: > 0 } || arguments.GetValue(save) is not null))
        {
            throw new BadUseException("--profile, --role-arn, --regions and --save are for --live; add it.");
        }

        string? folder = arguments.GetValue(from);
        if ((asks || folder is not null) && (anyFile || (asks && folder is not null)))
        {
            throw new BadUseException("Give --live, or --from, or files: one of them. What only a file has (--cloudtrail) goes into a load of its own.");
        }

        return asks ? await AskAsync(arguments, surroundings, cancellation).ConfigureAwait(false)
            : folder is not null ? await AwsLiveExport.OpenAsync(folder, cancellation).ConfigureAwait(false)
            : null;
    }

    private async Task<AwsLiveExport> AskAsync(ParseResult arguments, Surroundings surroundings, CancellationToken cancellation)
    {
        var options = new AwsLiveOptions(arguments.GetValue(profile), [.. arguments.GetValue(roles) ?? []], [.. arguments.GetValue(regions) ?? []]);
        AwsLiveExport export = await Progress.ShowAsync(surroundings, "Asking AWS", told => AwsLive.FetchAsync(options, surroundings.Environment, surroundings.Time, told, cancellation)).ConfigureAwait(false);
        if (arguments.GetValue(save) is { } folder)
        {
            try
            {
                await export.SaveAsync(folder, cancellation).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new BadUseException($"--save {folder} cannot be written: {failure.Message}");
            }

            surroundings.Error.WriteLine($"What AWS answered is in {folder}; nhigraph load aws --from {folder} loads it again.");
        }

        return export;
    }
}
