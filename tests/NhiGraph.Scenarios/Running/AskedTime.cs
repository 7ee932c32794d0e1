namespace NhiGraph.Scenarios.Running;

/// <summary>A clock that shows what a question asks for, earlier or later than the last.</summary>
internal sealed class AskedTime : TimeProvider
{
    internal DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
