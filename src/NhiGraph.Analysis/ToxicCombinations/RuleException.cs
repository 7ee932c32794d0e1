namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>A combination that somebody accepted for a time. After its end it counts again, and says that it was accepted once.</summary>
/// <param name="Actor">The key of the actor, or of any member of its control group's component.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Until">It holds before this instant.</param>
/// <param name="By">Who accepted it.</param>
/// <param name="Why">On which grounds.</param>
public sealed record RuleException(string Actor, string Rule, DateTimeOffset Until, string By, string Why)
{
    public bool HoldsAt(DateTimeOffset at) => at < Until;
}
