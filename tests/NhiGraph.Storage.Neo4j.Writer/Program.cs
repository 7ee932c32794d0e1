// Arguments: the server, the file that tells what was done: "begin generation" before a run and "done generation version" once the store acknowledged it.
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.Writer;

using var told = new FileStream(args[1], FileMode.Append, FileAccess.Write, FileShare.Read);
var options = new Neo4jOptions(new Uri(args[0]), "neo4j") { LeaseFor = TimeSpan.FromSeconds(2) };
await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(options, create: true, TimeProvider.System, CancellationToken.None);
await GenerationLoop.RunAsync(store, line =>
{
    told.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
    told.Flush(flushToDisk: true);
}, CancellationToken.None);
