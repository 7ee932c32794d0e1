using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>The content of join terms: what a trust offers and a right asks, so that the other account's facts need not be read again.</summary>
internal static class JoinTerms
{
    /// <param name="Patterns">Exclusion patterns, each with whether it keeps rather than leaves out.</param>
    internal sealed record Left(ImmutableArray<string> Patterns, bool IsNot, Condition? Unless);

    /// <summary>Patterns that rights reach.</summary>
    internal sealed record Span(ImmutableArray<string> Includes, ImmutableArray<Left> Exclusions)
    {
        /// <summary>Null when the role is not reached, else the conditions for it.</summary>
        internal ImmutableArray<Condition>? On(ArnPattern role)
        {
            Exclusion Of(Left left) => Exclusion.Of(left.Patterns.Select(ArnPattern.Parse), left.IsNot);
            return Resources.On(
                [.. Includes.Select(ArnPattern.Parse)],
                [.. Exclusions.Where(left => left.Unless is null).Select(Of)],
                [.. Exclusions.Where(left => left.Unless is not null).Select(left => new LoweredBy(Of(left), left.Unless!))],
                role);
        }
    }

    /// <summary>A role lets somebody of another account in.</summary>
    /// <param name="Principal">The account id or ARN that is trusted.</param>
    internal sealed record Opening(string Role, string RoleName, TrustForm Form, string Principal, ImmutableArray<Condition> Conditions, Support Support);

    /// <summary>A hub, or one principal, may assume what the span reaches.</summary>
    /// <param name="Holder">The node's key.</param>
    /// <param name="Assumptions">What was not read on the holder's side.</param>
    internal sealed record Right(string Holder, string Name, Span Span, ImmutableArray<Condition> Conditions, ImmutableArray<Support> Supports, ImmutableArray<string> Assumptions);

    /// <summary>A bucket is named or listed.</summary>
    internal sealed record BucketNamed(string Bucket, FactKey Fact);

    internal static string Bucket(CatalogEntry entry) => TermContent.Of(new BucketNamed(entry.Arn.Text, entry.Fact));

    internal static Span SpanOf(ImmutableArray<ArnPattern> includes, ImmutableArray<Exclusion> exclusions, ImmutableArray<LoweredBy> lowered) => new(
        [.. includes.Select(include => include.Text)],
        [
            .. exclusions.Select(exclusion => new Left([.. exclusion.Patterns.Select(pattern => pattern.Text)], exclusion.IsNot, null)),
            .. lowered.Select(part => new Left([.. part.Of.Patterns.Select(pattern => pattern.Text)], part.Of.IsNot, part.Unless)),
        ]);
}
