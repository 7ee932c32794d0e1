using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Scenarios.Reading;

/// <summary>An entity as a scenario writes it: <c>resource BUCKET RESTRICTED in account</c>, or a mapping whose <c>is</c> says that and whose other members are properties.</summary>
internal static class EntityText
{
    private static readonly string[] Flags = [PropertyNames.Container, PropertyNames.Potential];

    internal static GraphNode Read(string key, YamlItem entity, List<GraphEdge> edges)
    {
        ImmutableSortedDictionary<string, string>.Builder properties = GraphNode.NoProperties.ToBuilder();
        YamlItem text = entity;
        string name = key;
        if (!entity.IsText)
        {
            text = entity["is"];
            name = entity.Find("name")?.Text ?? key;
            foreach ((string property, YamlItem value) in entity.Members.Where(member => member.Key is not ("is" or "name")))
            {
                properties[property] = value.Text;
            }
        }

        var words = new Queue<string>(text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        NodeKinds kinds = KindsOf(text, words);
        while (words.TryDequeue(out string? word))
        {
            if (word == "in")
            {
                edges.Add(new(EdgeKind.Contains, Next(text, word, words), key, Certainty.Proved));
            }
            else if (word is PropertyNames.Scope or PropertyNames.Environment)
            {
                properties[word] = Next(text, word, words);
            }
            else if (Flags.Contains(word))
            {
                properties[word] = "true";
            }
            else
            {
                properties[PropertyOf(text, kinds, word)] = word;
            }
        }

        return new(key, kinds, name, properties.ToImmutable());
    }

    private static NodeKinds KindsOf(YamlItem text, Queue<string> words)
    {
        NodeKinds kinds = NodeKinds.None;
        do
        {
            string word = words.TryDequeue(out string? next) ? next : throw text.Wrong("an entity begins with its kind");
            kinds |= Enum.TryParse(word, ignoreCase: true, out NodeKind kind) ? (NodeKinds)(1 << (int)kind) : throw text.Wrong($"{word} is no kind of node");
        }
        while (words.TryPeek(out string? and) && and == "+" && words.Dequeue() == "+");

        return Vocabulary.MayShareNode(kinds) ? kinds : throw text.Wrong("one node cannot be all that");
    }

    /// <summary>Which property a value of a closed list belongs to.</summary>
    private static string PropertyOf(YamlItem text, NodeKinds kinds, string word) =>
        (kinds & NodeKinds.Entitlement) != 0 && VocabularyText.TryParse(word, out Capability _) ? PropertyNames.Capability
        : (kinds & NodeKinds.Resource) != 0 && VocabularyText.TryParse(word, out Sensitivity _) && word != "UNKNOWN" ? PropertyNames.Sensitivity
        : (kinds & NodeKinds.Credential) != 0 && VocabularyText.TryParse(word, out CredentialType _) ? PropertyNames.CredentialType
        : (kinds & NodeKinds.Identity) != 0 && VocabularyText.TryParse(word, out IdentityType _) ? PropertyNames.IdentityType
        : (kinds & NodeKinds.Resource) != 0 && VocabularyText.TryParse(word, out ResourceType _) ? PropertyNames.ResourceType
        : (kinds & NodeKinds.Consumer) != 0 && VocabularyText.TryParse(word, out ConsumerType _) ? PropertyNames.ConsumerType
        : throw text.Wrong($"{word} says nothing of such a node");

    private static string Next(YamlItem text, string word, Queue<string> words) => words.TryDequeue(out string? next) ? next : throw text.Wrong($"{word} needs a name");
}
