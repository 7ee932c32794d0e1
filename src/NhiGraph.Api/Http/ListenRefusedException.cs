namespace NhiGraph.Api.Http;

/// <summary>The server will not listen where it was told to; the message says why and what to do.</summary>
public sealed class ListenRefusedException(string message) : Exception(message);
