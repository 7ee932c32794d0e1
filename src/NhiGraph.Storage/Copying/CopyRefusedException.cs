namespace NhiGraph.Storage.Copying;

/// <summary>The target holds something else than the beginning of the source's history; the message says what and what to do. Nothing of it was changed by the copy's next run.</summary>
public sealed class CopyRefusedException(string message) : Exception(message);
