namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>The server refused or failed a query.</summary>
/// <param name="code">The server's code, e.g. <c>Neo.ClientError.Statement.SyntaxError</c>; <c>HTTP 502</c> and the like where something between answered.</param>
/// <param name="message">The server's message.</param>
public sealed class QueryApiException(string code, string message) : Exception($"{message} ({code})")
{
    private const string TimedOut = "Neo.ClientError.Transaction.TransactionTimedOut";
    private static readonly string[] EndedOnPurpose = ["Neo.TransientError.Transaction.Terminated", "Neo.TransientError.Transaction.LockClientStopped"];

    public string Code { get; } = code;

    /// <summary>What the server said, without the code.</summary>
    public string Said { get; } = message;

    /// <summary>The server failed inside before it came to the query: the way from its HTTP side to its database broke, which says nothing of the query.</summary>
    public bool IsInside { get; init; }

    /// <summary>The same request may well succeed when it is sent again. The code decides, never the HTTP status, which is 400 for deadlocks too.</summary>
    public bool IsTransient => (Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) && !EndedOnPurpose.Contains(Code)) || Code is "HTTP 502" or "HTTP 503" or "HTTP 504" || IsInside;

    /// <summary>The server's own time limit ended the query.</summary>
    public bool IsTimedOut => Code.StartsWith(TimedOut, StringComparison.Ordinal);

    /// <summary>Somebody ended the query: an administrator, the server that stops, or our own cancellation.</summary>
    public bool IsTerminated => EndedOnPurpose.Contains(Code);
}
