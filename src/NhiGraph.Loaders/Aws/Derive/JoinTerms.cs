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
        /// <summary>Whether all of a pattern is reached, whatever holds; null where nothing of it surely or perhaps is.</summary>
        internal bool? Reaches(ArnPattern pattern)
        {
            ArnPattern[] includes = [.. Includes.Select(ArnPattern.Parse)];
            if (!includes.Any(include => include.Overlaps(pattern)) || Exclusions.Any(left => left.Unless is null && Of(left).Covers(pattern)))
            {
                return null;
            }

            return includes.Any(include => include.Covers(pattern)) && !Exclusions.Any(left => Of(left).Touches(pattern));
        }

        private static Exclusion Of(Left left) => Exclusion.Of(left.Patterns.Select(ArnPattern.Parse), left.IsNot);

        /// <summary>Null when the role is not reached, else the conditions for it.</summary>
        internal ImmutableArray<Condition>? On(ArnPattern role)
        {
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

    /// <summary>A resource's policy lets an account's own policies give some of it.</summary>
    /// <param name="Kind">The type of what it is about: the resource's, or that of its parts.</param>
    /// <param name="Whole">Whatever gives the capability is let in, so that which actions the other side allows does not matter.</param>
    internal sealed record Lent(string Resource, string ResourceName, string Account, Capability Capability, string Kind, bool Whole, ImmutableArray<string> Patterns, ImmutableArray<Condition> Conditions, Support Support);

    /// <summary>A hub that reaches beyond its account.</summary>
    internal sealed record Reaching(string Hub, string Name, Capability Capability, ImmutableArray<string> Kinds, Span Span, Support Support);

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
