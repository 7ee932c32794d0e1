using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Read.Inventory;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>
/// Leaves of a workload's description only what its reader reads (<c>workloads.json</c>): values of environment variables, parameters, outputs and the like often are secrets, and are neither kept nor saved.
/// </summary>
internal sealed partial class WorkloadSieve
{
    private static readonly string[] Around = ["Account", "Region", "Cluster", .. WorkloadDocument.NextPage];

    private readonly WorkloadCommand command;
    private readonly MemberTree all;

    internal WorkloadSieve(LiveCall call)
    {
        (WorkloadKind kind, command) = Of(call);
        // What an item does not say itself, an object around it says.
        all = MemberTree.Of(Paths(kind, command));
        foreach (string name in command.Items.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            all = new MemberTree { [name] = all };
            if (command.Account is { } account)
            {
                all.TryAdd(account, null);
            }
        }

        foreach (string name in (IEnumerable<string>)[.. Around, .. kind.Commands.SelectMany(other => other.Without)])
        {
            all.TryAdd(name, null);
        }
    }

    /// <summary>A listing that leaves an empty list out has one after this.</summary>
    internal void Keep(JsonObject page)
    {
        if (command.Omits)
        {
            page.TryAdd(command.List, new JsonArray());
        }

        all.Prune(page);
    }

    internal static (WorkloadKind Kind, WorkloadCommand Command) Of(LiveCall call)
    {
        WorkloadKind kind = WorkloadKind.All.Single(kind => kind.Dataset == call.Datasets[0]);
        string command = " " + Words().Replace(call.Operation, "-").ToLowerInvariant();
        return (kind, ((WorkloadCommand?[])[kind.Containers, .. kind.Commands]).Single(printed => printed?.Command.EndsWith(command, StringComparison.Ordinal) == true)!);
    }

    private static IEnumerable<string> Paths(WorkloadKind kind, WorkloadCommand command) =>
    [
        .. Template.NamesIn(string.Join(' ', [command.Arn, kind.Name, .. kind.Meets.Values, .. kind.Commands.Select(other => other.Arn), .. ResourceCall.Of(kind.Dataset).Select(call => call.With)])),
        .. ((string?[])[kind.State, kind.Created, kind.Expires, kind.Rotated, kind.Tags, kind.Container, command.Account, command.Zone, kind.Via?.Member]).OfType<string>(),
        .. kind.Roles.Select(role => role.Member), .. kind.Keys, .. kind.Environment, .. kind.Members, .. command.Has,
        .. ResourceCall.Of(kind.Dataset).Select(call => call.In).OfType<string>(),
        .. LiveCall.All.Where(other => other.Datasets.Contains(kind.Dataset) && other.Each is not null).Select(other => other.Each!.Path[^1]),
    ];

    /// <summary>Where words meet: <c>ListOpenIDConnectProviders</c> is <c>list-open-id-connect-providers</c>.</summary>
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
