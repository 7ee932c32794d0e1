using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>Which capabilities an action gives: the hand-kept overrides first, then the defaults by access level.</summary>
internal sealed class CapabilityRules
{
    private readonly record struct Override(string Pattern, string Levels, CapabilitySet Gives);

    private readonly record struct Default(char Level, string Pattern, string Holds, CapabilitySet Gives);

    private readonly Override[] overrides =
        [.. AwsData.Lines("capability-overrides.tsv").Select(line => new Override(line[0].ToLowerInvariant(), line[1], Capabilities(line[2])))];

    private readonly Default[] defaults =
        [.. AwsData.Lines("capability-defaults.tsv").Select(line => new Default(line[0][0], line[1].ToLowerInvariant(), line[2], Capabilities(line[3])))];

    /// <param name="name">Service and action.</param>
    /// <param name="types">What it can be asked of.</param>
    internal CapabilitySet Of(string name, char level, IEnumerable<ResourceType> types)
    {
        string lower = name.ToLowerInvariant();
        foreach (Override rule in overrides)
        {
            if ((rule.Levels == "*" || rule.Levels.Contains(level, StringComparison.Ordinal)) && Glob.Matches(rule.Pattern, lower))
            {
                return rule.Gives;
            }
        }

        ResourceTraits[] traits = [.. types.Select(Vocabulary.TraitsOf)];
        ReadOnlySpan<char> action = lower.AsSpan(lower.IndexOf(':', StringComparison.Ordinal) + 1);
        foreach (Default rule in defaults)
        {
            if (rule.Level == level && Holds(traits, rule.Holds) && Glob.Matches(rule.Pattern, action))
            {
                return rule.Gives;
            }
        }

        throw new InvalidOperationException($"capability-defaults.tsv has no line for {name} of level {level}.");
    }

    private static bool Holds(ResourceTraits[] traits, string wanted) => wanted switch
    {
        "*" => true,
        "data" => traits.Contains(ResourceTraits.HoldsData),
        "code" => traits.Contains(ResourceTraits.RunsCode),
        "identity" => traits.Contains(ResourceTraits.Identity),
        _ => throw new InvalidOperationException($"capability-defaults.tsv: '{wanted}' is none of data, code, identity, *."),
    };

    private static CapabilitySet Capabilities(string text)
    {
        CapabilitySet set = default;
        foreach (string name in text == "-" ? [] : text.Split(' '))
        {
            set = VocabularyText.TryParse(name, out Capability capability) ? set.With(capability) : throw new InvalidOperationException($"'{name}' is no capability.");
        }

        return set;
    }
}
