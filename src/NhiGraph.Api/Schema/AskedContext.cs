using GraphQL;
using NhiGraph.Api.Snapshots;

namespace NhiGraph.Api.Schema;

/// <summary>How root fields find the snapshot of their request; every other field gets it from its parent.</summary>
internal static class AskedContext
{
    internal static AskedGraph Asked(this IResolveFieldContext context) => (AskedGraph)context.RootValue!;
}
