using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Schema;

/// <summary>The contract's <c>DateTime</c>: ISO 8601 in UTC, whole seconds unless there is a fraction; input may carry any offset.</summary>
internal sealed class UtcDateTimeGraphType : ScalarGraphType
{
    public UtcDateTimeGraphType()
    {
        Name = "DateTime";
        Description = "An instant, ISO 8601 in UTC.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => Parse((string)text.Value) ?? ThrowLiteralConversionError(value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => Parse(text) ?? ThrowValueConversionError(value),
        DateTimeOffset instant => instant,
        DateTime instant => new DateTimeOffset(instant.ToUniversalTime()),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => instant.UtcDateTime.ToString(instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    /// <summary>An ISO 8601 instant; a date alone is its first moment in UTC. Null when it is not one.</summary>
    internal static DateTimeOffset? Parse(string? text) =>
        Instants.TryParse(text, out DateTimeOffset instant) ? instant : null;
}
