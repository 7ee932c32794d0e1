using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>
/// The run being written: one transaction on its own connection, which is also the writer's place among processes. A crash undoes it. Not safe for concurrent use.
/// </summary>
internal sealed class OpenRun : IDisposable
{
    private readonly StoreConnection _connection;
    private readonly RunStart _start;
    private readonly Interning _interning;
    private readonly FactWriter _facts;
    private readonly NodeWriter _nodes;
    private readonly EdgeWriter _edges;
    private readonly TermWriter _terms;

    internal OpenRun(string file, RunStart start, int? mostPages)
    {
        _connection = new StoreConnection(file, mayCreate: false, "writer_settings");
        try
        {
            if (mostPages is { } most)
            {
                _connection.Script(SqlText.Query("most_pages") + most.ToString(CultureInfo.InvariantCulture));
            }

            _connection["begin_write"].Run();
            _start = start;
            Id = new RunId(_connection["begin_run"].Bind(1, (long)start.Kind).Bind(2, start.Source).Bind(3, start.SourceKind).Bind(4, start.RulesHash).Bind(5, TimeText.Of(start.StartedAt)).Number()!.Value);
            _connection["savepoint"].Run();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }

        _interning = new Interning(_connection);
        _facts = new FactWriter(_connection, _interning, Id);
        _nodes = new NodeWriter(_connection, _interning, Id);
        _edges = new EdgeWriter(_connection, _interning, Id);
        _terms = new TermWriter(_connection, _interning, Id);
    }

    internal RunId Id { get; }

    internal void Write(RunChanges changes, CancellationToken cancellation)
    {
        DemandTransaction();
        WellFormedText.Demand(changes);
        _facts.Remove(changes.FactsRemoved, cancellation);
        _nodes.RemoveAssertions(changes.AssertionsRemoved, cancellation);
        _nodes.Remove(changes.NodesRemoved, cancellation);
        _edges.Remove(changes.EdgesRemoved, cancellation);
        _terms.Remove(changes.TermsRemoved);
        _facts.Put(changes.Facts, cancellation);
        _nodes.PutAssertions(changes.Assertions, cancellation);
        _nodes.Put(changes.Nodes, cancellation);
        _edges.Put(changes.Edges, cancellation);
        _terms.Put(changes.Terms);
    }

    /// <summary>Commits. After this the run is on the disk and every reader that asks sees it.</summary>
    internal Run Publish(RunOutcome outcome)
    {
        DemandTransaction();
        int position = 0;
        foreach (DatasetRun dataset in outcome.Datasets)
        {
            _connection["put_dataset_run"].Bind(1, Id.Value).Bind(2, position++).Bind(3, _interning.Dataset(dataset.Source, dataset.Scope, dataset.Dataset))
                .Bind(4, (long)dataset.State).Bind(5, dataset.Facts).Run();
        }

        Statement last = _connection["last_counts"];
        (long facts, long nodes, long edges) = last.Step() ? (last.Int64(1), last.Int64(2), last.Int64(3)) : (0, 0, 0);
        last.Reset();
        var run = new Run(Id, _start.Kind, RunState.Published, _start.Source, _start.SourceKind, _start.RulesHash, _start.StartedAt, outcome.FinishedAt, outcome.Datasets, outcome.Problems,
            _facts.Opened + _nodes.Opened + _edges.Opened, _facts.Closed + _nodes.Closed + _edges.Closed);
        End(run, facts + _facts.Grown, nodes + _nodes.Grown, edges + _edges.Grown);
        return run;
    }

    /// <summary>Undoes everything but the memory of having tried; that too where SQLite itself undid the transaction, as it may when the disk is full.</summary>
    internal void Abandon()
    {
        if (!_connection.InTransaction)
        {
            return;
        }

        _connection["rollback_to_savepoint"].Run();
        End(new Run(Id, _start.Kind, RunState.Abandoned, _start.Source, _start.SourceKind, _start.RulesHash, _start.StartedAt, null, [], [], 0, 0), 0, 0, 0);
    }

    /// <summary>Closing the connection undoes a run that was neither published nor abandoned.</summary>
    public void Dispose()
    {
        _nodes.Dispose();
        _connection.Dispose();
    }

    /// <summary>Without it rows would be written outside the run, seen by readers one by one.</summary>
    private void DemandTransaction()
    {
        if (!_connection.InTransaction)
        {
            throw new StoreException(StoreReason.RunLost, $"Run {Id} was undone when the store failed. Abandon it and run again.");
        }
    }

    private void End(Run run, long facts, long nodes, long edges)
    {
        string problems = JsonSerializer.Serialize(run.Problems.AsSpan().ToArray(), ProblemJson.Default.ProblemArray);
        _connection["end_run"].Bind(1, run.Id.Value).Bind(2, (long)run.State).Bind(3, run.FinishedAt is { } finished ? TimeText.Of(finished) : null).Bind(4, problems)
            .Bind(5, run.Opened).Bind(6, run.Closed).Bind(7, facts).Bind(8, nodes).Bind(9, edges).Run();
        _connection["commit"].Run();
    }
}
