using System.Globalization;

namespace NhiGraph.Storage.Runs;

/// <summary>A run's number: consecutive from 1 over published and abandoned runs, in the order of publishing; a run undone by a crash or a closed handle gives its number back. It is also the graph's version after that run. <c>default</c> (0) is the empty store.</summary>
public readonly record struct RunId(long Value) : IComparable<RunId>
{
    public int CompareTo(RunId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    public static bool operator <(RunId left, RunId right) => left.Value < right.Value;

    public static bool operator >(RunId left, RunId right) => left.Value > right.Value;

    public static bool operator <=(RunId left, RunId right) => left.Value <= right.Value;

    public static bool operator >=(RunId left, RunId right) => left.Value >= right.Value;
}
