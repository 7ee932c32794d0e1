using System.Diagnostics.CodeAnalysis;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Memory;

/// <summary>Values by key as half-open intervals of runs: at most one is open at any version. Nothing is ever forgotten.</summary>
internal sealed class IntervalTable<TKey, TValue>(Func<TValue, TValue, bool> sameContent) where TKey : notnull
{
    private readonly Dictionary<TKey, List<Interval>> _byKey = [];

    internal int Opened { get; private set; }

    internal int Closed { get; private set; }

    internal void Put(TKey key, TValue value, RunId run)
    {
        if (!_byKey.TryGetValue(key, out List<Interval>? intervals))
        {
            _byKey[key] = intervals = [];
        }
        else if (intervals[^1].IsOpen)
        {
            if (sameContent(intervals[^1].Value, value))
            {
                return;
            }

            Close(intervals, run);
        }

        intervals.Add(new Interval(value, run, null));
        Opened++;
    }

    internal void Remove(TKey key, RunId run)
    {
        if (_byKey.TryGetValue(key, out List<Interval>? intervals) && intervals[^1].IsOpen)
        {
            Close(intervals, run);
        }
    }

    internal bool TryGet(TKey key, RunId version, [NotNullWhen(true)] out Interval? found)
    {
        found = _byKey.TryGetValue(key, out List<Interval>? intervals) ? intervals.Find(interval => interval.IsOpenAt(version)) : null;
        return found is not null;
    }

    /// <summary>The run that opened the key for the first time.</summary>
    internal RunId FirstOpened(TKey key) => _byKey[key][0].Opened;

    internal IEnumerable<KeyValuePair<TKey, Interval>> At(RunId version)
    {
        foreach ((TKey key, List<Interval> intervals) in _byKey)
        {
            if (intervals.Find(interval => interval.IsOpenAt(version)) is { } found)
            {
                yield return new(key, found);
            }
        }
    }

    /// <summary>Every interval that some version shows, those of a key together.</summary>
    internal IEnumerable<Interval<TValue>> All() =>
        _byKey.Values.SelectMany(intervals => intervals.Where(interval => interval.Opened != interval.Until)).Select(interval => new Interval<TValue>(interval.Value, interval.Opened, interval.Until));

    /// <summary>What a run opened and did not close itself.</summary>
    internal IEnumerable<TValue> OpenedBy(RunId run) => _byKey.Values.SelectMany(intervals => intervals.Where(interval => interval.Opened == run && interval.Until != run)).Select(interval => interval.Value);

    /// <summary>What a run closed and did not open again.</summary>
    internal IEnumerable<TKey> ClosedBy(RunId run) =>
        _byKey.Where(key => key.Value.Exists(interval => interval.Until == run) && !key.Value.Exists(interval => interval.IsOpenAt(run))).Select(key => key.Key);

    private void Close(List<Interval> intervals, RunId run)
    {
        intervals[^1] = intervals[^1] with { Until = run };
        Closed++;
    }

    internal sealed record Interval(TValue Value, RunId Opened, RunId? Until)
    {
        internal bool IsOpen => Until is null;

        internal bool IsOpenAt(RunId version) => Opened <= version && (Until is not { } until || version < until);
    }
}
