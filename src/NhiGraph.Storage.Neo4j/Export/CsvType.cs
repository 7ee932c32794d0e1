namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>What a column holds, as the importer's header says it.</summary>
internal enum CsvType : byte
{
    /// <summary>A column of the importer's own (<c>:LABEL</c>), or of a name that says its type itself.</summary>
    Own,
    Text,
    Texts,
    Number,
    Truth,
    Instant,
}
