using GraphQL;

namespace NhiGraph.Api.Execution;

/// <summary>One GraphQL request, by whichever way it came.</summary>
internal sealed record GraphQlRequest(string? Query, string? OperationName, Inputs? Variables);
