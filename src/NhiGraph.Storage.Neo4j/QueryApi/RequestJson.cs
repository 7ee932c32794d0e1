using System.Text.Json.Serialization;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>JSON of plain texts.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class RequestJson : JsonSerializerContext;
