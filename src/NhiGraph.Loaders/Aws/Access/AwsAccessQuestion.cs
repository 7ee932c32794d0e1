using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>May this principal do this action on this resource, by what was read of its account?</summary>
/// <param name="Principal">The ARN of a user, a role, or the root user.</param>
/// <param name="Action">One action, such as <c>s3:GetObject</c>, in any case.</param>
/// <param name="Resource">An ARN; a pattern asks for all that it covers; <c>*</c> for an action without resource.</param>
/// <param name="Context">Context keys that are told; all others count as unknown.</param>
/// <param name="At">When; it is <c>aws:CurrentTime</c> where the context does not tell it.</param>
public sealed record AwsAccessQuestion(string Principal, string Action, string Resource, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Context, DateTimeOffset At);
