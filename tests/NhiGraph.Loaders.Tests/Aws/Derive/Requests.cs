using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>What a resource is asked with, request by request.</summary>
internal static class Requests
{
    internal static ILookup<int, ActionInfo> ByKind { get; } = ActionTable.Instance.Actions.SelectMany(action => action.Types.Select(kind => (kind, action))).ToLookup(pair => pair.kind, pair => pair.action);

    /// <summary>A bucket is asked as itself and by one object of each sort of key that the patterns tell apart.</summary>
    internal static IEnumerable<(string Arn, int Kind)> On(string resource, params string[] keys)
    {
        ActionTable table = ActionTable.Instance;
        int kind = table.KindOf(ArnPattern.Parse(resource));
        yield return (resource, kind);
        foreach (string key in kind == table.Bucket ? keys : [])
        {
            yield return ($"{resource}/{key}", table.Object);
        }
    }
}
