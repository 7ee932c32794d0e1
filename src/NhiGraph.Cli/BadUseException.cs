namespace NhiGraph.Cli;

/// <summary>An argument that cannot be used; the message says which, why and what to give instead.</summary>
internal sealed class BadUseException(string message) : Exception(message);
