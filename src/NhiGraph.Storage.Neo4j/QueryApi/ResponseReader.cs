using System.Collections.Immutable;
using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>
/// Reads a response as it arrives: row by row, in memory of one row. What stands beside the rows (errors, counters, plan) is kept. A status of 202 says nothing: the
/// errors stand after the rows, so that only <see cref="Errors"/> at the end tells whether the query was carried out.
/// </summary>
internal sealed class ResponseReader(Stream body)
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start, _end;
    private bool _final;
    private Place _place = Place.Outside;
    /// <summary>A plan is as deep as its statement is long.</summary>
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 4_096 });

    private enum Place
    {
        Outside,
        Top,
        Data,
        Rows,
        Done,
    }

    internal QueryRow Row { get; } = new();

    /// <summary>Bytes held at once.</summary>
    internal int Capacity => _buffer.Length;

    internal ImmutableArray<string> Fields { get; private set; } = [];

    /// <summary>All that the server says went wrong; complete once there are no more rows.</summary>
    internal List<QueryApiException> Errors { get; } = [];

    internal QueryCounters Counters { get; private set; } = QueryCounters.None;

    /// <summary>The plan of an EXPLAIN or PROFILE.</summary>
    internal JsonElement? Plan { get; private set; }

    /// <summary>Whether there is a(nother) row.</summary>
    /// <exception cref="IOException">The response ended before it was whole.</exception>
    /// <exception cref="JsonException">It is no answer of a Query API.</exception>
    internal async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            switch (Parse())
            {
                case Step.Row:
                    return true;
                case Step.End:
                    return false;
                case Step.More when _final:
                    throw new IOException("The server's answer ended before it was whole.");
                default:
                    await FillAsync(cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = await body.ReadAsync(_buffer.AsMemory(_end), cancellation).ConfigureAwait(false);
        _final = read == 0;
        _end += read;
    }

    private enum Step
    {
        Row,
        More,
        End,
    }

    /// <summary>Goes on to the next row or the end. Where a value is cut off, the reader steps back before it and asks for more; the last byte of an answer ends an object, so that no value is ever left open at its end.</summary>
    private Step Parse()
    {
        if (_place == Place.Done)
        {
            return Step.End;
        }

        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, _state);
        while (true)
        {
            Utf8JsonReader before = reader;
            if (!reader.Read())
            {
                return Commit(before, Step.More);
            }

            switch (_place, reader.TokenType)
            {
                case (Place.Outside, JsonTokenType.StartObject):
                    _place = Place.Top;
                    break;
                case (Place.Top, JsonTokenType.EndObject):
                    _place = Place.Done;
                    return Commit(reader, Step.End);
                case (Place.Data, JsonTokenType.EndObject):
                    _place = Place.Top;
                    break;
                case (Place.Top or Place.Data, JsonTokenType.PropertyName):
                    if (!Member(ref reader))
                    {
                        return Commit(before, Step.More);
                    }

                    break;
                case (Place.Rows, JsonTokenType.EndArray):
                    _place = Place.Data;
                    break;
                case (Place.Rows, JsonTokenType.StartArray):
                    return Columns(ref reader) ? Commit(reader, Step.Row) : Commit(before, Step.More);
                default:
                    throw new JsonException("The answer is not that of a Query API.");
            }
        }
    }

    private bool Member(ref Utf8JsonReader reader)
    {
        if (_place == Place.Top && reader.ValueTextEquals("data"u8))
        {
            if (!reader.Read())
            {
                return false;
            }

            _place = reader.TokenType == JsonTokenType.StartObject ? Place.Data : Place.Top;
            return true;
        }

        if (_place == Place.Data && reader.ValueTextEquals("values"u8))
        {
            if (!reader.Read())
            {
                return false;
            }

            _place = Place.Rows;
            return true;
        }

        string name = reader.GetString()!;
        if (!TryValue(ref reader, out JsonElement value))
        {
            return false;
        }

        Keep(name, value);
        return true;
    }

    private static bool TryValue(ref Utf8JsonReader reader, out JsonElement value)
    {
        value = default;
        if (!JsonDocument.TryParseValue(ref reader, out JsonDocument? document))
        {
            return false;
        }

        using (document)
        {
            value = document.RootElement.Clone();
            return true;
        }
    }

    private void Keep(string name, JsonElement value)
    {
        switch (name)
        {
            case "fields" when value.ValueKind == JsonValueKind.Array:
                Fields = [.. value.EnumerateArray().Select(field => field.GetString() ?? "")];
                break;
            case "errors" when value.ValueKind == JsonValueKind.Array:
                Errors.AddRange(value.EnumerateArray().Select(Failure));
                break;
            case "error" when value.ValueKind == JsonValueKind.Object:
                Errors.Add(Failure(value));
                break;
            case "counters" when value.ValueKind == JsonValueKind.Object:
                long Of(string counter) => value.TryGetProperty(counter, out JsonElement number) && number.TryGetInt64(out long count) ? count : 0;
                Counters = new QueryCounters(Of("nodesCreated"), Of("nodesDeleted"), Of("relationshipsCreated"), Of("relationshipsDeleted"), Of("propertiesSet"), Of("labelsAdded"), Of("labelsRemoved"));
                break;
            case "queryPlan" or "profiledQueryPlan":
                Plan = value;
                break;
        }
    }

    private static QueryApiException Failure(JsonElement error)
    {
        string? Of(string name) => error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        return new QueryApiException(Of("code") ?? Of("error") ?? "N/A", Of("message") ?? "The server gave no message.");
    }

    private bool Columns(ref Utf8JsonReader reader)
    {
        Row.Begin(_buffer);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return true;
            }

            int start = _start + (int)reader.TokenStartIndex;
            JsonTokenType type = reader.TokenType;
            if (type is JsonTokenType.StartArray or JsonTokenType.StartObject && !Skip(ref reader))
            {
                return false;
            }

            Row.Add(start, _start + (int)reader.BytesConsumed, type);
        }

        return false;
    }

    private static bool Skip(ref Utf8JsonReader reader)
    {
        for (int depth = reader.CurrentDepth; reader.Read();)
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject && reader.CurrentDepth == depth)
            {
                return true;
            }
        }

        return false;
    }

    private Step Commit(Utf8JsonReader reader, Step step)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return step;
    }
}
