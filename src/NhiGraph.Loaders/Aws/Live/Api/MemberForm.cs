
namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>What a member of an XML answer is (<c>query-members.tsv</c>).</summary>
internal enum MemberForm
{
    Text,
    List,
    Structure,
    Flag,
    Number,
    /// <summary>A policy document, URL-encoded JSON.</summary>
    Policy,
}
