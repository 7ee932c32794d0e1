using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Facts;

/// <summary>One thing that an edge needs: a fact, or another edge. Exactly one of the two is set.</summary>
/// <param name="Statement">What it says, for a reader: <c>policy deploy, statement 2 (Sid AllowAll)</c>.</param>
/// <param name="Locator">Where in the fact, as a JSON pointer, e.g. <c>/RolePolicyList/0/PolicyDocument/Statement/1</c>; null for the whole.</param>
public sealed record Support(FactKey? Fact, EdgeKey? Edge, string Statement, string? Locator);
