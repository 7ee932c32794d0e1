using System.Collections.Immutable;

namespace NhiGraph.Api.Execution;

/// <summary>What a question was answered with.</summary>
/// <param name="Json">GraphQL's response as JSON.</param>
/// <param name="HasErrors">It has an <c>errors</c> member.</param>
/// <param name="Failures">What is behind each error INTERNAL: for who runs this process, who has no server's log to look into; clients are not told.</param>
public sealed record GraphQlAnswer(string Json, bool HasErrors, ImmutableArray<Exception> Failures);
