using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Benchmarks.Reach;

/// <summary>The same questions as recursive queries over tables without row ids, in memory and prepared once: what one would write without an engine.</summary>
internal sealed class SqliteYardstick : IDisposable
{
    /// <summary>No further question is begun after this long; the line printed says how many were asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    internal SqliteYardstick(AccessGraph graph, TraversalOptions options)
    {
        connection.Open();
        using SqliteCommand schema = Command("schema");
        schema.ExecuteNonQuery();
        using SqliteTransaction transaction = connection.BeginTransaction();
        var filter = new EdgeFilter(graph.Content);
        filter.Use(options, options.Certainty);
        InsertWalk(graph, filter);
        InsertCover(graph);
        InsertCounted(graph);
        transaction.Commit();
    }

    /// <summary>Asks both, compares every count and prints how long each took.</summary>
    internal void Compare(ReachWorkspace reach, ReadOnlySpan<int> starts, TraversalOptions options)
    {
        Compare("closure", reach, starts, options, static reach => reach.Count);
        Compare("resources", reach, starts, options, static reach => reach.Resources.Counted.Possible);
    }

    private void Compare(string query, ReachWorkspace reach, ReadOnlySpan<int> starts, TraversalOptions options, Func<ReachWorkspace, int> count)
    {
        using SqliteCommand command = Command(query);
        var times = new List<double>();
        long began = Stopwatch.GetTimestamp();
        foreach (int start in starts)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                break;
            }

            reach.Forward([start], options);
            times.Add(Ask(command, start, count(reach)));
        }

        Console.WriteLine($"  SQLite {connection.ServerVersion}, recursive query, {query}: {Percentiles.Line(times)}  ({times.Count} of the same questions, counts equal)");
    }

    public void Dispose() => connection.Dispose();

    private static double Ask(SqliteCommand command, int start, int expected)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$start", start);
        long began = Stopwatch.GetTimestamp();
        long count = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        double elapsed = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        return count == expected ? elapsed : throw new InvalidOperationException($"From node {start} SQLite counts {count}, the engine {expected}.");
    }

    private void InsertWalk(AccessGraph graph, EdgeFilter filter)
    {
        using SqliteCommand insert = Insert("insert_walk", 2);
        for (int node = 0; node < graph.NodeCount; node++)
        {
            foreach (AccessEdge edge in graph.Out(node))
            {
                if (filter.Walks(edge.Id))
                {
                    Row(insert, edge.From, edge.To, 0);
                }
            }
        }
    }

    private void InsertCover(AccessGraph graph)
    {
        using SqliteCommand insert = Insert("insert_cover", 3);
        for (int node = 0; node < graph.NodeCount; node++)
        {
            foreach (TargetRange range in graph.Hubs.RangesOf(node))
            {
                Row(insert, node, range.Start, range.End - 1);
            }
        }
    }

    private void InsertCounted(AccessGraph graph)
    {
        using SqliteCommand insert = Insert("insert_counted", 1);
        for (int position = 0; position < graph.Tree.Nodes.Length; position++)
        {
            if (ResourceSums.IsCounted(graph.TraitsOf(graph.Tree.Nodes[position])))
            {
                Row(insert, position, 0, 0);
            }
        }
    }

    private static void Row(SqliteCommand insert, int a, int b, int c)
    {
        insert.Parameters[0].Value = a;
        if (insert.Parameters.Count > 1)
        {
            insert.Parameters[1].Value = b;
        }

        if (insert.Parameters.Count > 2)
        {
            insert.Parameters[2].Value = c;
        }

        insert.ExecuteNonQuery();
    }

    private SqliteCommand Insert(string name, int columns)
    {
        SqliteCommand insert = Command(name);
        for (int column = 0; column < columns; column++)
        {
            insert.Parameters.Add("$" + (char)('a' + column), SqliteType.Integer);
        }

        insert.Prepare();
        return insert;
    }

    private SqliteCommand Command(string name)
    {
        SqliteCommand command = connection.CreateCommand();
        using Stream text = typeof(SqliteYardstick).Assembly.GetManifestResourceStream($"yardstick.{name}.sql")!;
        using var reader = new StreamReader(text);
#pragma warning disable CA2100 // The text is a resource of this program.
        command.CommandText = reader.ReadToEnd();
#pragma warning restore CA2100
        return command;
    }
}
