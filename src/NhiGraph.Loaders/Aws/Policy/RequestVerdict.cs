using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What all policies together say of a request for one thing.</summary>
/// <param name="Allowed">Nothing denies it, and all that must allow it does.</param>
/// <param name="Denied">Some statement denies it.</param>
/// <param name="Denies">The statements that deny it, or may.</param>
/// <param name="Allows">The statements that it is allowed by, or may be.</param>
/// <param name="Unwritten">What it is allowed by beside statements.</param>
/// <param name="Missing">What does not allow it though it must.</param>
internal sealed record RequestVerdict(Formula Allowed, Formula Denied, ImmutableArray<StatementHit> Denies, ImmutableArray<StatementHit> Allows, ImmutableArray<DecidingStatement> Unwritten, ImmutableArray<DecidingStatement> Missing)
{
    internal AccessDecision Decide()
    {
        AccessOutcome outcome = Completions.OutcomeOf(Allowed, Denied);
        return new(outcome, [.. By(outcome).Distinct()], outcome switch { AccessOutcome.Allowed => Formula.Yes, AccessOutcome.Conditional => Allowed, _ => Formula.No });
    }

    private IEnumerable<DecidingStatement> By(AccessOutcome outcome)
    {
        switch (outcome)
        {
            case AccessOutcome.Allowed:
                return Unwritten.Concat(Allows.Select(DecidingStatement.Of));
            case AccessOutcome.ExplicitlyDenied:
                StatementHit[] certain = [.. Denies.Where(hit => hit.Matches.IsYes)];
                return (certain.Length > 0 ? certain : [.. Denies]).Select(DecidingStatement.Of);
            case AccessOutcome.Conditional:
                return Allows.Concat(Denies).Where(hit => hit.Matches.IsOpen).Select(DecidingStatement.Of);
            default:
                return Missing.Length > 0 ? Missing : Allows.Concat(Denies).Where(hit => hit.Matches.IsOpen).Select(DecidingStatement.Of)
                    .Append(DecidingStatement.Because(AwsPolicyKind.Aws, null, "the conditions of the statements that allow it and of those that deny it cannot hold together"));
        }
    }
}
