namespace NhiGraph.Graph.Csr;

/// <summary>A snapshot that cannot be trusted. Never a wrong graph.</summary>
public sealed class SnapshotException : Exception
{
    public SnapshotException()
    {
    }

    public SnapshotException(string message)
        : base(message)
    {
    }

    public SnapshotException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SnapshotException(SnapshotRefusal refusal, string message, Exception? innerException = null)
        : base(message, innerException) => Refusal = refusal;

    public SnapshotRefusal Refusal { get; } = SnapshotRefusal.Damaged;
}
