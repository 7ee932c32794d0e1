using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What must be true of a target: known to be, known not to be, or a condition where nobody told.</summary>
internal sealed class Requirements(AccountFacts facts)
{
    private readonly UserSecrets secrets = new(facts);

    /// <summary>Null where the target does not qualify, else the conditions under which it does.</summary>
    internal ImmutableArray<Condition>? Of(Technique technique, Principal target)
    {
        var conditions = new List<Condition>();
        foreach (TechniqueRequirement requirement in technique.Requires)
        {
            (bool? met, string sentence) = requirement switch
            {
                TechniqueRequirement.InstanceProfile => (HasProfile(target) ? true : technique.PassesRole ? null : false, "an instance profile has the role"),
                TechniqueRequirement.FreeKeySlot => (secrets.HasFreeKeySlot(target.Arn), "the user has fewer than two access keys"),
                TechniqueRequirement.Password => (secrets.HasPassword(target.Arn), "the user has a password"),
                TechniqueRequirement.NoPassword => (!secrets.HasPassword(target.Arn), "the user has no password"),
                TechniqueRequirement.NoSecondFactor => (secrets.HasSecondFactor(target.Arn) == false ? true : null, "the user signs in without a second factor, or the caller has it"),
                _ => ((bool?)true, ""),
            };
            if (met == false)
            {
                return null;
            }

            if (met is null)
            {
                conditions.Add(ConditionSets.Make(requirement.ToString(), "Requires", [], sentence));
            }
        }

        return ConditionSets.Sorted(technique.Needs is { } needs ? conditions.Append(ConditionSets.Make("Prerequisite", "Exists", [], needs)) : conditions);
    }

    private static bool HasProfile(Principal role) => role.Content.List("InstanceProfileList").Any();
}
