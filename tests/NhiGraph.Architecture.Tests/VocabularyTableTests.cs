using System.Text;
using NhiGraph.Graph.Model;

namespace NhiGraph.Architecture.Tests;

/// <summary>README's table of the vocabulary is made from the code; NHIGRAPH_REBASELINE=1 writes it anew.</summary>
public sealed class VocabularyTableTests
{
    private const string Begin = "<!-- vocabulary: generated, NHIGRAPH_REBASELINE=1 dotnet test --project tests/NhiGraph.Architecture.Tests writes it anew -->\n";
    private const string End = "<!-- end of vocabulary -->";

    [Fact]
    public void Readme_says_what_the_vocabulary_says()
    {
        string path = Path.Combine(Repository.Root, "README.md");
        string readme = File.ReadAllText(path);
        int from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = readme.IndexOf(End, StringComparison.Ordinal);
        Assert.True(from >= Begin.Length && to >= from, $"README.md has no place for the vocabulary: a line {Begin.Trim()} and a line {End}.");
        if (Environment.GetEnvironmentVariable("NHIGRAPH_REBASELINE") == "1")
        {
            File.WriteAllText(path, readme[..from] + Table() + readme[to..]);
            return;
        }

        Assert.Equal(Table(), readme[from..to]);
    }

    private static string Table()
    {
        var text = new StringBuilder();
        text.Append("Nodes: ").AppendJoin(", ", Enum.GetValues<NodeKind>()).Append(". One node may be several of ")
            .AppendJoin(", ", Enum.GetValues<NodeKind>().Where(kind => Vocabulary.MayShareNode((NodeKinds)(1 << (int)kind) | NodeKinds.Resource | NodeKinds.Consumer)))
            .Append(" at once; every other kind stands alone.\n\n");
        text.Append("| edge | use | from | to | means |\n|---|---|---|---|---|\n");
        foreach (EdgeRule rule in Vocabulary.Edges)
        {
            text.Append($"| {rule.Kind.Text()} | {rule.Use.Text().ToLowerInvariant().Replace('_', ' ')} | {Kinds(rule.From)} | {Kinds(rule.To)} | {rule.Meaning} |\n");
        }

        text.Append("\nCapabilities: ").AppendJoin(", ", Enum.GetValues<Capability>().Select(capability => capability.Text())).Append(".\n");
        text.Append("Certainty, strongest first: ").AppendJoin(" > ", Enum.GetValues<Certainty>().OrderDescending().Select(certainty => certainty.Text())).Append(".\n");
        Closed<IdentityType>(text, "Identities");
        Closed<CredentialType>(text, "Credentials");
        Closed<ConsumerType>(text, "Consumers");
        Closed<ResourceType>(text, "Resources");
        return text.ToString();
    }

    private static void Closed<TEnum>(StringBuilder text, string of) where TEnum : struct, Enum =>
        text.Append($"\n{of} are one of: ").AppendJoin(", ", Enum.GetValues<TEnum>().Select(type => type.Text())).Append(".\n");

    private static string Kinds(NodeKinds kinds) =>
        kinds == (NodeKinds)0x1FF ? "any" : string.Join(", ", Enum.GetValues<NodeKind>().Where(kind => (kinds & (NodeKinds)(1 << (int)kind)) != 0));
}
