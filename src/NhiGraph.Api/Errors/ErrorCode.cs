namespace NhiGraph.Api.Errors;

/// <summary>Every value that <c>extensions.code</c> of an error can have, in SCREAMING_CASE: the closed list of the contract.</summary>
public enum ErrorCode
{
    /// <summary>The HTTP request holds no GraphQL request that could be read.</summary>
    BadRequest,
    /// <summary>The document is not GraphQL.</summary>
    SyntaxError,
    /// <summary>The document does not fit the schema, or its variables do not fit their types.</summary>
    ValidationFailed,
    /// <summary>An argument is out of range or contradicts another.</summary>
    BadArgument,
    /// <summary>The one node or run that the question is about is not there; where a question takes several, those missing are <c>notFound</c>, not an error.</summary>
    NotFound,
    /// <summary>The cursor belongs to another version of the graph: start the listing again.</summary>
    StaleCursor,
    /// <summary>Depth, cost, size or time went over a bound.</summary>
    LimitExceeded,
    /// <summary>The caller may not ask this.</summary>
    Forbidden,
    /// <summary>The store cannot be read at the moment.</summary>
    StoreUnavailable,
    /// <summary>Our fault; details are in the server's log.</summary>
    Internal,
}
