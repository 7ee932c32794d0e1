namespace NhiGraph.Api.Execution;

/// <summary>What a question was answered with.</summary>
/// <param name="Json">GraphQL's response as JSON.</param>
/// <param name="HasErrors">It has an <c>errors</c> member.</param>
public sealed record GraphQlAnswer(string Json, bool HasErrors);
