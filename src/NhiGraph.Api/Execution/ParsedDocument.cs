using GraphQLParser.AST;

namespace NhiGraph.Api.Execution;

/// <summary>A document with what is known of it.</summary>
internal sealed class ParsedDocument(GraphQLDocument document)
{
    private volatile bool _valid;

    internal GraphQLDocument Document { get; } = document;

    /// <summary>It fitted the schema once, so it always does; variables and cost are checked each time all the same.</summary>
    internal bool Valid => _valid;

    internal void MarkValid() => _valid = true;
}
