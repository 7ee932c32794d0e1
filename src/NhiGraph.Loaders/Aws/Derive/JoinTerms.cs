using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>The content of join terms: what a trust offers and a right asks, so that the other account's facts need not be read again.</summary>
internal static class JoinTerms
{
    /// <param name="Patterns">What an exclusion leaves out, or, where <paramref name="IsNot"/>, what it alone keeps.</param>
    /// <param name="Kept">Of what is left out, what is kept; null where <paramref name="IsNot"/> or for nothing.</param>
    internal sealed record Left(ImmutableArray<string> Patterns, bool IsNot, Condition? Unless, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Kept = null)
    {
        internal static Left Of(Exclusion exclusion, Condition? unless) => exclusion.IsNot
            ? new(Texts(exclusion.Kept), true, unless)
            : new(Texts(exclusion.Patterns), false, unless, exclusion.Kept.IsEmpty ? null : [.. Texts(exclusion.Kept)]);

        internal Exclusion ToExclusion()
        {
            IEnumerable<ArnPattern> patterns = Patterns.Select(ArnPattern.Parse);
            return IsNot ? Exclusion.AllBut(patterns) : Exclusion.Of(patterns, (Kept ?? []).Select(ArnPattern.Parse));
        }

        private static ImmutableArray<string> Texts(ImmutableArray<ArnPattern> patterns) => [.. patterns.Select(pattern => pattern.Text)];
    }

    /// <summary>Patterns that rights reach.</summary>
    internal sealed record Span(ImmutableArray<string> Includes, ImmutableArray<Left> Exclusions)
    {
        /// <summary>Whether all of a pattern is reached, whatever holds; null where nothing of it surely or perhaps is.</summary>
        internal bool? Reaches(ArnPattern pattern)
        {
            ArnPattern[] includes = [.. Includes.Select(ArnPattern.Parse)];
            if (!includes.Any(include => include.Overlaps(pattern)) || Exclusions.Any(left => left.Unless is null && left.ToExclusion().Covers(pattern)))
            {
                return null;
            }

            return includes.Any(include => include.Covers(pattern)) && !Exclusions.Any(left => left.ToExclusion().Touches(pattern));
        }

        internal ImmutableArray<ArnPattern> Patterns() => [.. Includes.Select(ArnPattern.Parse)];

        internal ImmutableArray<Exclusion> LeftOut() => [.. Exclusions.Where(left => left.Unless is null).Select(left => left.ToExclusion())];

        internal ImmutableArray<LoweredBy> Lowered() => [.. Exclusions.Where(left => left.Unless is not null).Select(left => new LoweredBy(left.ToExclusion(), left.Unless!))];

        /// <summary>Null when the role is not reached, else the conditions for it.</summary>
        internal ImmutableArray<Condition>? On(ArnPattern role) => Resources.On(Patterns(), LeftOut(), Lowered(), role);
    }

    /// <summary>A role lets somebody of another account in.</summary>
    /// <param name="Principal">The account id or ARN that is trusted.</param>
    internal sealed record Opening(string Role, string RoleName, TrustForm Form, string Principal, ImmutableArray<Condition> Conditions, Support Support);

    /// <summary>A hub may assume what the span reaches.</summary>
    /// <param name="Holder">The node's key.</param>
    /// <param name="Organization">The holder's; null where that was not read.</param>
    /// <param name="Assumptions">What was not read on the holder's side.</param>
    internal sealed record Right(string Holder, string Name, Span Span, Support Support, string? Organization, ImmutableArray<string> Assumptions);

    /// <summary>What a statement allows, as the other side sees it.</summary>
    /// <param name="Actions">Their places in the action table, as runs.</param>
    internal sealed record Allowance(string Actions, Span Span, ImmutableArray<Condition> Conditions, Validity Window, Support Support)
    {
        internal static Allowance Of(Grant grant, IndexSet of, Support support) => new(grant.Actions.And(of).Runs, SpanOf(grant.Includes, grant.Exclusions, grant.Lowered), grant.Conditions, grant.Window, support);

        internal Grant ToGrant()
        {
            var actions = IndexSet.OfRuns(Actions);
            var source = new CompiledStatement(Support.Fact!.Value, Support.Statement, Support.Locator ?? "", new PolicyStatement(0, "", null, true, [], false, [], false, [], false, []), actions, variables: false);
            return new(source, actions, Span.Patterns(), Span.LeftOut(), Span.Lowered(), Conditions) { Window = Window };
        }
    }

    /// <summary>What some principals of an account may do in others, each of them that names it by its id.</summary>
    internal sealed record Given(string Id, Allowance Allowance);

    /// <summary>One principal of an account and what it may do in others.</summary>
    /// <param name="Node">Its key.</param>
    /// <param name="Tags">Null where its sessions may bring others.</param>
    /// <param name="Rights">The ids of what it is given, each with what ties it to the principal.</param>
    /// <param name="Conditions">What must hold for all of it.</param>
    internal sealed record Caller(string Node, string Name, string Arn, string? Organization, SortedDictionary<string, string>? Tags, ImmutableArray<HeldRight> Rights, ImmutableArray<Condition> Conditions, ImmutableArray<string> Assumptions);

    internal sealed record HeldRight(string Id, ImmutableArray<Support> Ties);

    /// <summary>One principal is let in: by a role's trust, or by a resource's policy.</summary>
    internal sealed record Named(Opening? Trust, Guest? Guest);

    /// <summary>A resource's policy lets in somebody from outside, as far as that account's own policies allow it too.</summary>
    /// <param name="Who">The ARN of a principal, the id of an account, or <c>*</c>.</param>
    /// <param name="Assumptions">What was not read on the resource's side.</param>
    internal sealed record Guest(string Resource, string ResourceName, string Who, ImmutableArray<Allowance> Allowances, ImmutableArray<string> Assumptions);

    /// <summary>A hub that reaches beyond its account.</summary>
    /// <param name="Always">Actions that each holder of it has.</param>
    /// <param name="Sometimes">Actions that some holder of it has.</param>
    /// <param name="Organization">The account's; null where that was not read.</param>
    internal sealed record Reaching(string Hub, string Name, Capability Capability, ImmutableArray<string> Kinds, string Always, string Sometimes, Span Span, string? Organization, Support Support);

    /// <summary>A hub is over what its patterns name of another account, as far as that account lets it in.</summary>
    internal sealed record Beyond(string Hub, string Target, OnTarget On, Certainty Certainty, ImmutableArray<Condition> Conditions, ImmutableArray<string> Assumptions, Support Support);

    /// <summary>A bucket is named or listed.</summary>
    internal sealed record BucketNamed(string Bucket, FactKey Fact);

    internal static string Bucket(CatalogEntry entry) => TermContent.Of(new BucketNamed(entry.Arn.Text, entry.Fact));

    internal static Span SpanOf(ImmutableArray<ArnPattern> includes, ImmutableArray<Exclusion> exclusions, ImmutableArray<LoweredBy> lowered) => new(
        [.. includes.Select(include => include.Text)],
        [.. exclusions.Select(exclusion => Left.Of(exclusion, null)), .. lowered.Select(part => Left.Of(part.Of, part.Unless))]);
}
