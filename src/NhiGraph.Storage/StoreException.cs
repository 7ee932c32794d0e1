namespace NhiGraph.Storage;

/// <summary>The store's surroundings failed it; the message says what and what to do.</summary>
public sealed class StoreException(StoreReason reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreReason Reason { get; } = reason;
}
