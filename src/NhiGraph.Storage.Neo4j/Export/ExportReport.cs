namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Version">The last published run; all runs up to it are in the files.</param>
/// <param name="Nodes">Open nodes.</param>
/// <param name="Edges">Open edges, one however many owners state it.</param>
/// <param name="Rows">Rows in all files, history and facts among them.</param>
/// <param name="Bytes">Length of all files.</param>
/// <param name="Command">What imports them, to be run in the folder by the user that the server runs as.</param>
public sealed record ExportReport(long Version, long Nodes, long Edges, long Rows, long Bytes, string Command);
