namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>Makes and joins masks of one round; equal ones are one object. Not for several threads.</summary>
internal sealed class ScopeMasks(RuleBits rules)
{
    private readonly Dictionary<ScopeMask, ScopeMask> _known = [];
    private readonly Dictionary<int, ulong> _bits = [];

    /// <summary>One mask of several; null of none.</summary>
    internal ScopeMask? Union(List<ScopeMask> masks)
    {
        if (masks.Count == 0)
        {
            return null;
        }

        ScopeMask largest = masks[0];
        foreach (ScopeMask mask in masks)
        {
            largest = mask.Scopes.Length > largest.Scopes.Length ? mask : largest;
        }

        foreach (ScopeMask mask in masks)
        {
            if (!largest.Includes(mask))
            {
                return Merge(masks);
            }
        }

        return largest;
    }

    /// <summary>The mask of some bits by account.</summary>
    internal ScopeMask Of(Dictionary<int, ulong> bits)
    {
        var scopes = new int[bits.Count];
        bits.Keys.CopyTo(scopes, 0);
        Array.Sort(scopes);
        var words = new ulong[scopes.Length];
        ulong everywhere = 0;
        for (int i = 0; i < scopes.Length; i++)
        {
            ulong word = bits[scopes[i]];
            bool administered = (word & RuleBits.Administers) != 0;
            words[i] = administered ? word | rules.All : word;
            everywhere |= administered ? 0 : word;
        }

        var mask = new ScopeMask(scopes, words, everywhere, true);
        if (_known.TryGetValue(mask, out ScopeMask? known))
        {
            return known;
        }

        mask = mask with { Settled = !Reports(mask, null) };
        _known.Add(mask, mask);
        return mask;
    }

    /// <summary>The mask of an actor after all that it covers was reported.</summary>
    /// <param name="report">Told of each rule of the round (-1: administers) and account.</param>
    internal ScopeMask Settle(ScopeMask mask, Action<int, int> report)
    {
        if (mask.Settled)
        {
            return mask;
        }

        _bits.Clear();
        for (int i = 0; i < mask.Scopes.Length; i++)
        {
            _bits[mask.Scopes[i]] = mask.Bits[i];
        }

        Reports(mask, (rule, scope) =>
        {
            report(rule, scope);
            _bits[scope] = _bits.GetValueOrDefault(scope) | (rule < 0 ? RuleBits.AdministersReported : rules.Reported[rule]);
        });
        return Of(_bits);
    }

    private ScopeMask Merge(List<ScopeMask> masks)
    {
        _bits.Clear();
        foreach (ScopeMask mask in masks)
        {
            for (int i = 0; i < mask.Scopes.Length; i++)
            {
                _bits[mask.Scopes[i]] = _bits.GetValueOrDefault(mask.Scopes[i]) | mask.Bits[i];
            }
        }

        return Of(_bits);
    }

    /// <summary>What the mask covers and was not reported yet; whether there is any.</summary>
    private bool Reports(ScopeMask mask, Action<int, int>? report)
    {
        bool any = false;
        ulong reportedAnywhere = mask.Scopes.Length > 0 && mask.Scopes[0] == ScopeMask.Anywhere ? mask.Bits[0] : 0;
        for (int i = 0; i < mask.Scopes.Length; i++)
        {
            if ((mask.Bits[i] & (RuleBits.Administers | RuleBits.AdministersReported)) == RuleBits.Administers)
            {
                any = true;
                report?.Invoke(-1, mask.Scopes[i]);
            }
        }

        for (int rule = 0; rule < rules.Rules.Length; rule++)
        {
            ulong parts = rules.Parts[rule];
            if (rules.Rules[rule].Span == RuleSpan.Anywhere)
            {
                if ((mask.Everywhere & parts) == parts && (reportedAnywhere & rules.Reported[rule]) == 0)
                {
                    any = true;
                    report?.Invoke(rule, ScopeMask.Anywhere);
                }

                continue;
            }

            for (int i = 0; i < mask.Scopes.Length; i++)
            {
                // Scope 0 is of resources whose account nobody knows: no two of them are known to be in one account.
                if (mask.Scopes[i] > 0 && (mask.Bits[i] & parts) == parts && (mask.Bits[i] & rules.Reported[rule]) == 0)
                {
                    any = true;
                    report?.Invoke(rule, mask.Scopes[i]);
                }
            }
        }

        return any;
    }
}
