using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A policy document as it was written; nothing is matched or decided yet.</summary>
/// <param name="Version">The policy language; variables count from 2012-10-17 on only.</param>
internal sealed record PolicyDocument(string Version, ImmutableArray<PolicyStatement> Statements)
{
    internal bool HasVariables => string.CompareOrdinal(Version, "2012-10-17") >= 0;
}
