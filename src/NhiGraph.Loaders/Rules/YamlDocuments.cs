using System.Text;
using NhiGraph.Storage.Runs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Loaders.Rules;

/// <summary>The YAML documents of a file that people write by hand: small, and not nested deeper than anybody means.</summary>
internal static class YamlDocuments
{
    internal const int MostBytes = 1 << 20;
    private const int Deepest = 16;

    /// <summary>Nothing, and a problem told, where it is no such file.</summary>
    internal static IReadOnlyList<YamlNode> Read(string file, ReadOnlyMemory<byte> content, Action<Problem> tell)
    {
        if (content.Length > MostBytes)
        {
            tell(RuleProblems.NoYaml(file, 1, $"it is larger than {MostBytes >> 10} KiB"));
            return [];
        }

        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.Span);
            if (TooDeepAt(text) is { } line)
            {
                tell(RuleProblems.NoYaml(file, line, $"it is nested deeper than {Deepest}"));
                return [];
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return [.. yaml.Documents.Select(document => document.RootNode)];
        }
        catch (YamlException broken)
        {
            tell(RuleProblems.NoYaml(file, Math.Max(1, broken.Start.Line), broken.InnerException?.Message.TrimEnd('.') ?? broken.Message.TrimEnd('.')));
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            // YamlDotNet lets some of its own faults through as these.
            tell(RuleProblems.NoYaml(file, 1, broken is DecoderFallbackException ? "it is not UTF-8" : broken.Message.TrimEnd('.')));
        }

        return [];
    }

    /// <summary>Told from events, before nodes are made of them: making them descends as deep as the text does.</summary>
    private static long? TooDeepAt(string text)
    {
        var parser = new Parser(new StringReader(text));
        int depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest)
            {
                return parser.Current.Start.Line;
            }
        }

        return null;
    }
}
