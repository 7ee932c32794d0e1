namespace NhiGraph.Graph.Model;

/// <summary>When an edge works: from an instant, included, to an instant, excluded, in Unix seconds. <see cref="Disabled"/> means never, whatever the dates.</summary>
/// <remarks>
/// <c>default</c> is not a validity: use <see cref="Always"/>. The dates are facts of the source; whether they hold is judged at the time asked,
/// so that deriving a graph needs no clock.
/// </remarks>
public readonly record struct Validity(long From, long Until, bool Disabled = false)
{
    public static Validity Always { get; } = new(long.MinValue, long.MaxValue);

    public static Validity Never { get; } = new(long.MinValue, long.MaxValue, Disabled: true);

    public bool IsAlways => this == Always;

    /// <summary>Why it does not work at <paramref name="at"/> (Unix seconds), or <see cref="InactiveReason.None"/>.</summary>
    public InactiveReason InactiveAt(long at) =>
        Disabled ? InactiveReason.Disabled
        : at < From ? InactiveReason.NotYetValid
        : at >= Until ? InactiveReason.Expired
        : InactiveReason.None;

    /// <summary>Works only while both do.</summary>
    public Validity And(Validity other) => new(Math.Max(From, other.From), Math.Min(Until, other.Until), Disabled || other.Disabled);
}
