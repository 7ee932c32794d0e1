namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>Where the parts of a rule must come together.</summary>
public enum RuleSpan : byte
{
    /// <summary>All in one account, tenant, organisation or cluster: the scope of the resources.</summary>
    Account,
    /// <summary>Anywhere in the estate.</summary>
    Anywhere,
}
