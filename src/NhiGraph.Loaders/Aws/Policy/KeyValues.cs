using System.Globalization;
using System.Net;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// How the conditions on one unknown key can turn out together: tries its being absent and a value for every way in which values differ to the conditions.
/// A key that is compared as a number, date, address or truth is taken to have no other values.
/// </summary>
internal static class KeyValues
{
    private const int MostOfList = 10;

    /// <summary>Keys that every request has.</summary>
    private static readonly string[] AlwaysThere = ["aws:currenttime", "aws:epochtime", "aws:securetransport"];

    /// <returns>For each way, whether each condition holds; null where the values cannot be told apart completely.</returns>
    internal static List<bool[]>? WaysOf(UnmetCondition[] conditions)
    {
        ConditionOperator[] operators = [.. conditions.Select(condition => ConditionOperator.Parse(condition.Operator)!)];
        string[][] groups = [.. operators.Select((how, i) => (how, i)).Where(pair => pair.how.Comparison != ComparisonKind.Absence).GroupBy(pair => Family(pair.how.Comparison), pair => conditions[pair.i].Values)
            .Select(group => group.SelectMany(values => values).Distinct(StringComparer.Ordinal).ToArray())];
        ComparisonKind[] families = [.. operators.Where(how => how.Comparison != ComparisonKind.Absence).Select(how => Family(how.Comparison)).Distinct()];
        if (families.Length > 1 || (families.Length == 1 ? Samples(families[0], groups[0], operators, conditions) : ["some"]) is not { } samples)
        {
            return null;
        }

        IEnumerable<ContextValue> values = samples.Select(ContextValue.Of);
        if (Array.Exists(operators, how => how.Set is not null))
        {
            // Values that no condition tells apart are one; each condition needs one witness in a list.
            string[] distinct = [.. samples.DistinctBy(sample => Turn(conditions, ContextValue.List(sample)))];
            if (distinct.Length > MostOfList)
            {
                return null;
            }

            values = values.Concat(Enumerable.Range(1, (1 << distinct.Length) - 1).Select(subset => ContextValue.List([.. distinct.Where((_, i) => (subset & (1 << i)) != 0)])));
        }

        if (!AlwaysThere.Contains(conditions[0].Key.ToLowerInvariant(), StringComparer.Ordinal))
        {
            values = values.Append(ContextValue.Absent);
        }

        return [.. values.Select(value => Turn(conditions, value)).Distinct(StringComparer.Ordinal).Select(turn => turn.Select(digit => digit == '1').ToArray())];
    }

    private static string Turn(UnmetCondition[] conditions, ContextValue value) => string.Concat(conditions.Select(condition => condition.Holds!(value) ? '1' : '0'));

    private static ComparisonKind Family(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Text or ComparisonKind.TextPattern => ComparisonKind.Text,
        >= ComparisonKind.NumberEqual and <= ComparisonKind.NumberAtLeast => ComparisonKind.NumberEqual,
        >= ComparisonKind.DateEqual and <= ComparisonKind.DateNotBefore => ComparisonKind.DateEqual,
        _ => kind,
    };

    private static IEnumerable<string>? Samples(ComparisonKind family, string[] written, ConditionOperator[] operators, UnmetCondition[] conditions)
    {
        switch (family)
        {
            case ComparisonKind.Text:
                string[] patterns = [.. conditions.Zip(operators).SelectMany(pair => pair.First.Values.Select(value => pair.Second.Comparison == ComparisonKind.TextPattern ? value : Wildcard.Escaped(value)))];
                return PatternCells.OfText("*", patterns)?.Select(Wildcard.Plain);
            case ComparisonKind.TextWithoutCase:
                return [.. written, "none of these"];
            case ComparisonKind.Truth:
                return ["true", "false"];
            case ComparisonKind.NumberEqual:
                return Around([.. written.Select(Comparison.Number).OfType<decimal>()], value => value.ToString(CultureInfo.InvariantCulture), value => value - 1, value => value + 1, (low, high) => low + ((high - low) / 2));
            case ComparisonKind.DateEqual:
                return Around([.. written.Select(PolicyDate.Parse).OfType<DateTimeOffset>()], value => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture), value => value.AddSeconds(-1), value => value.AddSeconds(1), (low, high) => low + ((high - low) / 2));
            case ComparisonKind.Address:
                return written.Select(AddressRange.Parse).OfType<AddressRange>().SelectMany(Edges).Concat(["203.0.113.77", "2001:db8::77"]);
            case ComparisonKind.Bytes:
                return [.. written, "AA==", "AQ==", "no bytes"];
            default:
                string[][] fields = [.. written.Select(value => value == "*" ? ["arn", "*", "*", "*", "*", "*"] : value.Split(':', 6)).Where(value => value.Length == 6)];
                return PatternCells.OfResource(RequestResource.Of("arn", "*", "*", "*", "*", "*"), fields)?.Select(cell => string.Join(':', cell.Fields!)).Append("no arn");
        }
    }

    private static IEnumerable<string> Around<T>(T[] values, Func<T, string> text, Func<T, T> below, Func<T, T> above, Func<T, T, T> between)
    {
        T[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? ["0"] : sorted.Concat(sorted.Zip(sorted.Skip(1), between)).Append(below(sorted[0])).Append(above(sorted[^1])).Select(text);
    }

    /// <summary>Its first and last address and those just outside of it.</summary>
    private static IEnumerable<string> Edges(AddressRange range)
    {
        byte[] first = range.First.GetAddressBytes(), last = range.First.GetAddressBytes();
        for (int bit = range.PrefixLength; bit < first.Length * 8; bit++)
        {
            first[bit / 8] &= (byte)~(0x80 >> (bit % 8));
            last[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        yield return new IPAddress(first).ToString();
        yield return new IPAddress(last).ToString();
        yield return new IPAddress(Step(first, -1)).ToString();
        yield return new IPAddress(Step(last, 1)).ToString();
    }

    private static byte[] Step(byte[] address, int by)
    {
        byte[] moved = [.. address];
        for (int i = moved.Length - 1; i >= 0; i--)
        {
            moved[i] = (byte)(moved[i] + by);
            if (moved[i] != (by > 0 ? 0 : 255))
            {
                break;
            }
        }

        return moved;
    }
}
