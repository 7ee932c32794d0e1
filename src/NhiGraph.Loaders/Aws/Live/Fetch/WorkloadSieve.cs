using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>
/// Leaves of a workload's description only what its reader reads (<c>workloads.json</c>): values of environment variables, parameters, outputs and the like often are secrets, and are neither kept nor saved.
/// </summary>
internal static partial class WorkloadSieve
{
    private static readonly string[] Around = ["Account", "Region", "Cluster", "NextToken", "nextToken", "NextMarker"];

    internal static void Keep(JsonObject page, LiveCall call)
    {
        (WorkloadKind kind, WorkloadCommand command) = Of(call);
        var item = new Tree();
        foreach (string path in Paths(kind, command))
        {
            item.Add(path.Split('/'));
        }

        // What an item does not say itself, an object around it says.
        Tree all = item;
        foreach (string name in command.Items.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            all = new Tree { [name] = all };
            if (command.Account is { } account)
            {
                all.TryAdd(account, null);
            }
        }

        foreach (string name in (IEnumerable<string>)[.. Around, .. kind.Commands.SelectMany(other => other.Without)])
        {
            all.TryAdd(name, null);
        }

        Prune(page, all);
    }

    internal static (WorkloadKind Kind, WorkloadCommand Command) Of(LiveCall call)
    {
        WorkloadKind kind = WorkloadKind.All.Single(kind => kind.Dataset == call.Datasets[0]);
        string command = " " + Words().Replace(call.Operation, "$1-$2").ToLowerInvariant();
        return (kind, ((WorkloadCommand?[])[kind.Containers, .. kind.Commands]).Single(printed => printed?.Command.EndsWith(command, StringComparison.Ordinal) == true)!);
    }

    private static IEnumerable<string> Paths(WorkloadKind kind, WorkloadCommand command) =>
    [
        .. Members().Matches(string.Join(' ', [command.Arn, kind.Name, .. kind.Meets.Values, .. kind.Commands.Select(other => other.Arn)])).Select(match => match.Groups[1].Value),
        .. ((string?[])[kind.State, kind.Created, kind.Tags, kind.Container, command.Account, command.Zone, kind.Via?.Member]).OfType<string>(),
        .. kind.Roles.Select(role => role.Member), .. kind.Keys, .. kind.Environment, .. kind.Members, .. command.Has,
        .. LiveCall.All.Where(other => other.Datasets.Contains(kind.Dataset) && other.Each is not null).Select(other => other.Each!.Path[^1]),
    ];

    private static void Prune(JsonNode? node, Tree keep)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Prune(item, keep);
            }
        }
        else if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members.ToArray())
            {
                if (keep.Names)
                {
                    members[name] = null;
                }
                else if (!keep.TryGetValue(name, out Tree? below))
                {
                    members.Remove(name);
                }
                else if (below is not null)
                {
                    Prune(value, below);
                }
            }
        }
    }

    [GeneratedRegex("([a-z])([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\{([A-Za-z/]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Members();

    /// <summary>Members to keep; null: whole.</summary>
    private sealed class Tree : Dictionary<string, Tree?>
    {
        /// <summary>Only the names of its members.</summary>
        internal bool Names { get; private set; }

        internal void Add(ReadOnlySpan<string> path)
        {
            if (path is ["~"])
            {
                Names = true;
            }
            else if (path.Length == 1)
            {
                this[path[0]] = null;
            }
            else if (!TryGetValue(path[0], out Tree? below) || below is not null)
            {
                (below ?? (Tree)(this[path[0]] = new Tree())).Add(path[1..]);
            }
        }
    }
}
