using System.Text.Json;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A policy document that the reader could not make sense of.</summary>
internal static class UnreadableContent
{
    internal static bool IsUnreadable(this JsonElement element) => element.Flag(AwsDatasets.Unreadable) == true;
}
