using System.Text.Json.Serialization;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>Problems of a run as they are stored.</summary>
[JsonSerializable(typeof(Problem[]))]
internal sealed partial class ProblemJson : JsonSerializerContext;
