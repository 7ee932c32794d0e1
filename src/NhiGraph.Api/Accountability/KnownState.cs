namespace NhiGraph.Api.Accountability;

/// <summary>Whether a question about people was answered by a source at all.</summary>
internal enum KnownState
{
    Known,
    Unknown,
}
