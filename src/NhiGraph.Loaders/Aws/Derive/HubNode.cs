using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>The node of a hub.</summary>
internal static class HubNode
{
    /// <param name="hub">One that rests on a statement.</param>
    internal static void Add(GraphDraft draft, Hub hub, string scope, ActionTable table) => draft.Node(hub.Origin!.Fact!.Value, hub.Key, NodeKinds.Entitlement, NameOf(hub), 1,
        (PropertyNames.Capability, hub.Capability.Text()), (PropertyNames.Target, TargetOf(hub)), (PropertyNames.Scope, scope),
        ("except", hub.Exclusions.IsEmpty ? null : string.Join("; ", hub.Exclusions.Select(exclusion => exclusion.Text))),
        ("resourceTypes", hub.Administered is not null || hub.AllKinds ? null : KindsText(hub, table)));

    internal static string NameOf(Hub hub) => hub.Administered is { } services
        ? "administer " + (services.IsEmpty ? "the account" : services.Length > 4 ? $"{services.Length} services" : string.Join(", ", services))
        : $"{HubFactory.Word(hub.Capability)} on {Short(hub.Includes)}{(hub.Exclusions.IsEmpty ? "" : " but for some")}";

    private static string TargetOf(Hub hub) => hub.Administered is { IsEmpty: false } services ? string.Join(", ", services.Select(service => service + ":*")) : hub.IncludeText;

    private static string Short(ImmutableArray<ArnPattern> includes) => includes[0].Text + (includes.Length > 1 ? $" and {includes.Length - 1} more" : "");

    private static string KindsText(Hub hub, ActionTable table)
    {
        string[] names = [.. hub.Kinds.Members().Select(kind => table.Kinds[kind].Name.TrimEnd(':'))];
        return names.Length > 12 ? string.Join(", ", names.Take(12)) + $" and {names.Length - 12} more" : string.Join(", ", names);
    }
}
