namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>Something cannot be exported, or not there; the message says what and what to do.</summary>
public sealed class ExportRefusedException(string message) : Exception(message);
