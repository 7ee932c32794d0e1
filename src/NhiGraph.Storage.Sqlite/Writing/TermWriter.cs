using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>Opens and closes join terms; a term is its whole content.</summary>
internal sealed class TermWriter(StoreConnection connection, Interning interning, RunId run)
{
    private readonly Statement _find = connection["open_term"], _put = connection["put_term"], _close = connection["close_term"];

    internal void Put(ImmutableArray<JoinTerm> terms)
    {
        foreach (JoinTerm term in terms)
        {
            if (Bound(_find, term).Number() is null)
            {
                Bound(_put, term).Bind(5, run.Value).Run();
            }
        }
    }

    internal void Remove(ImmutableArray<JoinTerm> terms)
    {
        foreach (JoinTerm term in terms)
        {
            if (Bound(_find, term).Number() is { } row)
            {
                _close.Bind(1, row).Bind(2, run.Value).Run();
            }
        }
    }

    private Statement Bound(Statement statement, JoinTerm term) =>
        statement.Bind(1, term.JoinKey).Bind(2, interning.Text(term.Scope)).Bind(3, (long)term.Side).Bind(4, term.Content);
}
