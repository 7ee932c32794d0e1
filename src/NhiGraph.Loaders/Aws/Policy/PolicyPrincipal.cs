namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>One principal of a statement.</summary>
/// <param name="Kind"><c>AWS</c>, <c>Service</c>, <c>Federated</c> or <c>CanonicalUser</c>; a bare <c>"*"</c> is AWS.</param>
internal readonly record struct PolicyPrincipal(string Kind, string Value);
