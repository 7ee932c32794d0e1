using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Members to keep of a document; null: whole.</summary>
internal sealed class MemberTree : Dictionary<string, MemberTree?>
{
    /// <summary>Only the names of its members.</summary>
    private bool names;

    /// <param name="paths">Names apart by <c>/</c>, lists on the way are gone through; <c>~</c> stands for the names of members.</param>
    internal static MemberTree Of(IEnumerable<string> paths)
    {
        var tree = new MemberTree();
        foreach (string path in paths)
        {
            tree.Add(path.Split('/'));
        }

        return tree;
    }

    /// <summary>Takes all else out.</summary>
    internal void Prune(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Prune(item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members.ToArray())
            {
                if (names)
                {
                    members[name] = null;
                }
                else if (!TryGetValue(name, out MemberTree? below))
                {
                    members.Remove(name);
                }
                else
                {
                    below?.Prune(value);
                }
            }
        }
    }

    private void Add(ReadOnlySpan<string> path)
    {
        if (path is ["~"])
        {
            names = true;
        }
        else if (path.Length == 1)
        {
            this[path[0]] = null;
        }
        else if (!TryGetValue(path[0], out MemberTree? below) || below is not null)
        {
            (below ?? (MemberTree)(this[path[0]] = new MemberTree())).Add(path[1..]);
        }
    }
}
