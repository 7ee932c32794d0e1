using System.Text.Json;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Model;

namespace NhiGraph.Scenarios.Engines;

/// <summary>Random rules of toxic combinations, and rules as <c>cypher/queries/toxic_combinations</c> takes them.</summary>
internal static class RandomToxicRules
{
    private static readonly Capability[] Capabilities = [Capability.ReadData, Capability.DeployCode, Capability.ModifyLogging, Capability.WriteData, Capability.DeleteBackup];

    internal static ToxicRule Rule(Random random, int number) => new(
        $"rule-{number}", "title", "why",
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new RulePart(CapabilitySet.Of(Some(random)).With(Some(random)), Target(random)))],
        random.Next(2) == 0 ? RuleSpan.Account : RuleSpan.Anywhere, Severity.High, "test");

    internal static void Write(Utf8JsonWriter writer, IEnumerable<ToxicRule> rules)
    {
        writer.WriteStartArray();
        foreach (ToxicRule rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteBoolean("anywhere", rule.Span == RuleSpan.Anywhere);
            writer.WriteStartArray("parts");
            foreach (RulePart part in rule.Parts)
            {
                Write(writer, part);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, RulePart part)
    {
        writer.WriteStartObject();
        Texts(writer, "capabilities", part.Capabilities.Members().Select(one => one.Text()));
        writer.WriteString("sensitivity", part.On.MinSensitivity == Sensitivity.Unknown ? null : part.On.MinSensitivity.Text());
        Texts(writer, "environments", part.On.Environments.Select(one => one.ToLowerInvariant()));
        Texts(writer, "types", part.On.Types.Select(one => one.Text()));
        writer.WritePropertyName("tag");
        if (part.On.Tag is { } tag)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tag.Name);
            writer.WriteString("value", tag.Value);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }

    private static PartTarget Target(Random random) => random.Next(6) switch
    {
        0 => new() { MinSensitivity = (Sensitivity)random.Next(1, 5) },
        1 => new() { Environments = ["production"] },
        2 => new() { Types = [ResourceType.Bucket, ResourceType.Function] },
        3 => new() { Tag = new(PropertyNames.Environment, "test") },
        _ => PartTarget.Any,
    };

    private static Capability Some(Random random) => Capabilities[random.Next(Capabilities.Length)];

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
