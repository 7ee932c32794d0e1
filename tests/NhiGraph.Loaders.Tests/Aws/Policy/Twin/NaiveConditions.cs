using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NhiGraph.Loaders.Tests.Aws.Policy.Twin;

/// <summary>Conditions by the words of the reference: every key has a value, a list of values, or none. Shares nothing with the code under test.</summary>
internal sealed class NaiveConditions(Func<string, JsonElement?> key)
{
    private static readonly Dictionary<(string, string), bool> Matched = [];

    internal bool AllHold(JsonElement statement, bool variables) => !statement.TryGetProperty("Condition", out JsonElement condition)
        || condition.EnumerateObject().All(test => test.Value.EnumerateObject().All(one => Holds(test.Name, one.Name, Texts(one.Value), variables)));

    /// <summary>Null where a variable has no single value.</summary>
    internal string? Filled(string text, bool variables, bool pattern)
    {
        if (!variables)
        {
            return pattern ? AsRegex(text) : text;
        }

        bool missing = false;
        string[] parts = Regex.Split(text, @"(\$\{[^}]*\})");
        string filled = string.Concat(parts.Select(part =>
        {
            if (!part.StartsWith("${", StringComparison.Ordinal))
            {
                return pattern ? AsRegex(part) : part;
            }

            string name = part[2..^1].Trim();
            string? value = name is "*" or "?" or "$" ? name : Value(name);
            missing |= value is null;
            return pattern ? Regex.Escape(value ?? "") : value;
        }));
        return missing ? null : filled;
    }

    internal static bool Like(string regex, string text)
    {
        if (!Matched.TryGetValue((regex, text), out bool like))
        {
            Matched.Add((regex, text), like = Regex.IsMatch(text, "^(?:" + regex + ")\\z", RegexOptions.Singleline | RegexOptions.CultureInvariant));
        }

        return like;
    }

    internal static string AsRegex(string pattern) => Regex.Escape(pattern).Replace("\\*", ".*").Replace("\\?", ".");

    private static string[] Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [value.ValueKind is JsonValueKind.True ? "true" : value.ValueKind is JsonValueKind.False ? "false" : value.ToString()];

    private string? Value(string variable)
    {
        string[] parts = variable.Split(',', 2);
        JsonElement? given = key(parts[0].Trim());
        return given is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? null
            : given is { } one && one.ValueKind != JsonValueKind.Array ? one.ToString()
            : parts.Length > 1 ? parts[1].Trim().Trim('\'') : null;
    }

    private bool Holds(string op, string name, string[] wanted, bool variables)
    {
        bool forAll = op.StartsWith("ForAllValues:", StringComparison.Ordinal), forAny = op.StartsWith("ForAnyValue:", StringComparison.Ordinal);
        op = op[(op.IndexOf(':') + 1)..];
        bool ifExists = op.EndsWith("IfExists", StringComparison.Ordinal);
        op = ifExists ? op[..^8] : op;
        JsonElement? given = key(name);
        bool absent = given is null || (given.Value.ValueKind == JsonValueKind.Array && given.Value.GetArrayLength() == 0);
        if (op == "Null")
        {
            return wanted.Contains(absent ? "true" : "false");
        }

        bool not = op.Contains("Not", StringComparison.Ordinal);
        string positive = op.Replace("Not", "", StringComparison.Ordinal);
        if (absent)
        {
            return ifExists || forAll || (!forAny && not);
        }

        // Or over values for positive operators, neither-nor for negated ones.
        bool One(string value) => not ? !wanted.Any(policy => Compares(positive, policy, value, variables)) : wanted.Any(policy => Compares(positive, policy, value, variables));
        string[] values = Texts(given!.Value);
        return forAll ? values.All(One) : forAny ? values.Any(One) : given.Value.ValueKind != JsonValueKind.Array && One(values[0]);
    }

    private bool Compares(string op, string policy, string value, bool variables)
    {
        bool takesVariables = variables && op.StartsWith("String", StringComparison.Ordinal) | op.StartsWith("Arn", StringComparison.Ordinal);
        if (op is "StringLike")
        {
            return Filled(policy, takesVariables, pattern: true) is { } like && Like(like, value);
        }

        if (op is "ArnEquals" or "ArnLike")
        {
            string[] fields = value.Split(':', 6), patterns = policy.Split(':', 6);
            return fields.Length == 6 && patterns.Length == 6 && Enumerable.Range(0, 6).All(i => Filled(patterns[i], takesVariables, pattern: true) is { } like && Like(like, fields[i]));
        }

        if (Filled(policy, takesVariables, pattern: false) is not { } text)
        {
            return false;
        }

        int Order() => op.StartsWith("Date", StringComparison.Ordinal)
            ? DateTimeOffset.Parse(value, CultureInfo.InvariantCulture).CompareTo(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture))
            : double.Parse(value, CultureInfo.InvariantCulture).CompareTo(double.Parse(text, CultureInfo.InvariantCulture));
        return op switch
        {
            "StringEquals" => text == value,
            "StringEqualsIgnoreCase" => text.Equals(value, StringComparison.OrdinalIgnoreCase),
            "Bool" => text.Equals(value, StringComparison.OrdinalIgnoreCase),
            "NumericEquals" or "DateEquals" => Order() == 0,
            "NumericLessThan" or "DateLessThan" => Order() < 0,
            "NumericLessThanEquals" or "DateLessThanEquals" => Order() <= 0,
            "NumericGreaterThan" or "DateGreaterThan" => Order() > 0,
            "NumericGreaterThanEquals" or "DateGreaterThanEquals" => Order() >= 0,
            "IpAddress" => IPNetwork.Parse(text.Contains('/') ? text : text + "/32").Contains(IPAddress.Parse(value)),
            _ => throw new InvalidOperationException(op),
        };
    }
}
