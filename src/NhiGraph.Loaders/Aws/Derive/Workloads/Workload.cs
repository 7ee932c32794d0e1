using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Workloads;

/// <summary>A workload that AWS lists: something that runs, or will, as a role.</summary>
internal sealed partial class Workload
{
    internal Workload(WorkloadKind kind, FactKey fact, JsonElement content)
    {
        (Kind, Fact, Content) = (kind, fact, content);
        string plain = kind.Revisions ? Revision().Replace(fact.Key, "") : fact.Key;
        Arn = plain;
        Key = AwsKeys.OfArn(plain);
        Name = content.Text("Name") ?? plain[(plain.LastIndexOfAny(['/', ':']) + 1)..];
        Patterns = [.. new[] { fact.Key, plain }.Distinct(StringComparer.Ordinal).Select(ArnPattern.Parse)];
    }

    internal WorkloadKind Kind { get; }

    internal FactKey Fact { get; }

    internal JsonElement Content { get; }

    /// <summary>Without a revision.</summary>
    internal string Arn { get; }

    /// <summary>The key of its node.</summary>
    internal string Key { get; }

    internal string Name { get; }

    /// <summary>What a right to change it may be over: itself, or the revision of it.</summary>
    internal ImmutableArray<ArnPattern> Patterns { get; }

    internal bool IsGone => Content.Text("State") is { } state && Kind.Gone.Contains(state);

    internal bool IsOff => Content.Text("State") is { } state && Kind.Off.Contains(state);

    /// <summary>A kept member says so; any workload has null.</summary>
    internal bool Has(string? member) => member is null || Content.Member("Members")?.Text(member) == "true";

    /// <summary>The role members of its record.</summary>
    internal IEnumerable<(WorkloadRole Use, string Role)> Roles =>
        from role in Content.List("Roles")
        from use in Kind.Roles
        where role.Text("Member") == use.Member && role.Text("Role") is not null
        select (use, role.Text("Role")!);

    /// <summary>The value that it brings for a context key when its role is taken; null where nobody says.</summary>
    internal string? Brings(string key)
    {
        string[] fields = Fact.Key.Split(':', 6);
        if (key.Equals("aws:SourceAccount", StringComparison.OrdinalIgnoreCase))
        {
            return Kind.Meets.ContainsKey("aws:SourceArn") ? fields[4] : null;
        }

        return Kind.Meets.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value is { } template
            ? Template.Fill(template, name => name switch { "arn" => Arn, "partition" => fields[1], "region" => fields[3], "account" => fields[4], _ => Content.Member("Members")?.Text(name) })
            : null;
    }

    [GeneratedRegex(":[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Revision();
}
