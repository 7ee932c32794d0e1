using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>Collects the properties of one statement.</summary>
internal sealed class EdgeReading
{
    private readonly ImmutableSortedDictionary<string, string>.Builder _own = GraphNode.NoProperties.ToBuilder();
    private Certainty _certainty;
    private bool _disabled;
    private long _validFrom = long.MinValue, _validUntil = long.MaxValue, _chunk, _since, _stated;
    private string? _technique, _effect, _covers, _detail, _kind;
    private string _evidence = "[]";
    private ImmutableArray<string> _assumptions = [], _parts = [];

    internal void Set(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            // A projection names what is not there as null.
            case var _ when reader.TokenType == JsonTokenType.Null: break;
            case PropertyName.CertaintyRank: _certainty = (Certainty)reader.GetInt32(); break;
            case PropertyName.Disabled: _disabled = reader.GetBoolean(); break;
            case PropertyName.ValidFrom: _validFrom = reader.GetInt64(); break;
            case PropertyName.ValidUntil: _validUntil = reader.GetInt64(); break;
            case PropertyName.Technique: _technique = reader.GetString(); break;
            case PropertyName.Assumptions: _assumptions = Texts(ref reader); break;
            case PropertyName.Effect: _effect = reader.GetString(); break;
            case PropertyName.Covers: _covers = reader.GetString(); break;
            case PropertyName.Parts: _parts = Texts(ref reader); break;
            case PropertyName.Detail: _detail = reader.GetString(); break;
            case PropertyName.Kind: _kind = reader.GetString(); break;
            case PropertyName.Chunk: _chunk = reader.GetInt64(); break;
            case PropertyName.SinceRun: _since = reader.GetInt64(); break;
            case PropertyName.StatedRun: _stated = reader.GetInt64(); break;
            case PropertyName.Evidence: _evidence = reader.GetString()!; break;
            default:
                if (PropertyName.FromEdge(name) is { } own && reader.TokenType == JsonTokenType.String)
                {
                    _own.Add(own, reader.GetString()!);
                }
                else
                {
                    reader.Skip();
                }

                break;
        }
    }

    internal StatementRow End(string type, string from, string to)
    {
        bool also = type == EdgeCode.AlsoStated;
        EdgeKind kind = VocabularyText.ParseOrDefault<EdgeKind>(also ? _kind : type);
        var edge = new GraphEdge(kind, from, to, _certainty)
        {
            Validity = new Validity(_validFrom, _validUntil, _disabled),
            Technique = _technique,
            Conditions = _detail is null ? [] : ConditionsCode.Read(_detail),
            Assumptions = _assumptions,
            On = _effect is null ? null : new OnTarget(VocabularyText.ParseOrDefault<OnEffect>(_effect), VocabularyText.ParseOrDefault<OnCovers>(_covers), _parts),
            Properties = _own.ToImmutable(),
        };
        return new StatementRow(edge, also, _chunk, _evidence, _since, _stated == 0 ? _since : _stated);
    }

    private static ImmutableArray<string> Texts(ref Utf8JsonReader reader)
    {
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString()!);
        }

        return texts.DrainToImmutable();
    }
}
