using GraphQL;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Errors;

/// <summary>An error with one of our codes, told to the client as it is.</summary>
internal sealed class ApiError : ExecutionError
{
    internal ApiError(ErrorCode code, string message) : base(message)
    {
        Kind = code;
        Code = code.Text();
    }

    internal ErrorCode Kind { get; }

    internal static ApiError BadArgument(string message) => new(ErrorCode.BadArgument, message);
}
