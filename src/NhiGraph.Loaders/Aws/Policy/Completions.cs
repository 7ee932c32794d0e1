namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// What an open formula comes to when unknown keys get values: conditions on one key are not free of each other (a key that equals one text equals no other), so an expression may be decided though no part of it is.
/// Goes through every way the conditions can turn out together; past a bound it leaves the question open.
/// </summary>
internal static class Completions
{
    private const int MostWays = 1 << 14;

    internal static AccessOutcome OutcomeOf(Formula allowed, Formula denied)
    {
        if (allowed.IsYes)
        {
            return AccessOutcome.Allowed;
        }

        if (denied.IsYes || (allowed.IsNo && denied.IsNo))
        {
            return denied.IsYes ? AccessOutcome.ExplicitlyDenied : AccessOutcome.ImplicitlyDenied;
        }

        UnmetCondition[] conditions = [.. allowed.Conditions().Concat(denied.Conditions()).DistinctBy(condition => condition.Text, StringComparer.Ordinal)];
        if (WaysOf(conditions) is not { } ways)
        {
            return allowed.IsOpen ? AccessOutcome.Conditional : AccessOutcome.ImplicitlyDenied;
        }

        bool sometimes = false, always = true, alwaysDenied = true;
        foreach (IReadOnlyDictionary<string, bool> way in ways)
        {
            bool Told(UnmetCondition condition) => way[condition.Text];
            bool allows = allowed.With(Told);
            sometimes |= allows;
            always &= allows;
            alwaysDenied &= denied.With(Told);
        }

        return always ? AccessOutcome.Allowed : sometimes ? AccessOutcome.Conditional : alwaysDenied ? AccessOutcome.ExplicitlyDenied : AccessOutcome.ImplicitlyDenied;
    }

    /// <summary>How conditions can turn out together; null past the bound.</summary>
    private static List<Dictionary<string, bool>>? WaysOf(UnmetCondition[] conditions)
    {
        List<Dictionary<string, bool>> ways = [[]];
        foreach (IGrouping<string, UnmetCondition> key in conditions.GroupBy(condition => condition.Holds is null ? "of its own: " + condition.Text : condition.Key.ToLowerInvariant(), StringComparer.Ordinal))
        {
            UnmetCondition[] ofKey = [.. key];
            if ((ofKey[0].Holds is null ? [[true], [false]] : KeyValues.WaysOf(ofKey)) is not { } turns || ways.Count * turns.Count > MostWays)
            {
                return null;
            }

            ways = [.. ways.SelectMany(way => turns.Select(turn => With(way, ofKey, turn)))];
        }

        return ways;
    }

    private static Dictionary<string, bool> With(Dictionary<string, bool> way, UnmetCondition[] conditions, bool[] turn)
    {
        var more = new Dictionary<string, bool>(way, StringComparer.Ordinal);
        for (int i = 0; i < conditions.Length; i++)
        {
            more[conditions[i].Text] = turn[i];
        }

        return more;
    }
}
