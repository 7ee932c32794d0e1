namespace NhiGraph.Api.Reach;

/// <summary>
/// The walks that one request holds. Each has a workspace of the size of the graph, so only the last few are kept: a page of 500 identities with the
/// blast radius of each must not hold 500. Not for several threads at once: fields that walk are resolved one after the other.
/// </summary>
internal sealed class LiveWalks : IDisposable
{
    private const int Most = 4;

    private readonly LinkedList<(ReachQuestion Question, IDisposable Answer)> _recent = [];

    /// <summary>The answer of a question, walked anew if it is not held.</summary>
    internal T Get<T>(ReachQuestion question, Func<T> walk) where T : class, IDisposable
    {
        for (LinkedListNode<(ReachQuestion Question, IDisposable Answer)>? held = _recent.First; held is not null; held = held.Next)
        {
            if (ReferenceEquals(held.Value.Question, question))
            {
                _recent.Remove(held);
                _recent.AddFirst(held);
                return (T)held.Value.Answer;
            }
        }

        if (_recent.Count == Most)
        {
            _recent.Last!.Value.Answer.Dispose();
            _recent.RemoveLast();
        }

        T answer = walk();
        _recent.AddFirst((question, answer));
        return answer;
    }

    public void Dispose()
    {
        foreach ((_, IDisposable answer) in _recent)
        {
            answer.Dispose();
        }

        _recent.Clear();
    }
}
