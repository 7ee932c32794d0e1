namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>What a member of an XML answer is (<c>query-members.tsv</c>, <c>ec2-members.tsv</c>, <c>rest-xml-members.tsv</c>).</summary>
internal enum MemberForm
{
    Text,
    List,
    Structure,
    Flag,
    Number,
    /// <summary>A policy document, URL-encoded JSON.</summary>
    Policy,
    /// <summary>Elements <c>entry</c> with <c>key</c> and <c>value</c>.</summary>
    Map,
    /// <summary>One of a list that has no element around it.</summary>
    Repeated,
}
