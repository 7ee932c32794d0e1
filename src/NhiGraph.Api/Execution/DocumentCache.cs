using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Execution;

namespace NhiGraph.Api.Execution;

/// <summary>Parsed documents by their text: a client asks the same few questions again and again. Bounded.</summary>
internal sealed class DocumentCache
{
    private const int MostDocuments = 256;
    private const int LongestText = 16 * 1024;

    private readonly GraphQLDocumentBuilder _builder = new();
    private readonly ConcurrentDictionary<string, ParsedDocument> _documents = new(StringComparer.Ordinal);

    /// <exception cref="ExecutionError">It is not GraphQL.</exception>
    internal ParsedDocument Parse(string query)
    {
        if (_documents.TryGetValue(query, out ParsedDocument? known))
        {
            return known;
        }

        var document = new ParsedDocument(_builder.Build(query));
        if (query.Length <= LongestText)
        {
            if (_documents.Count >= MostDocuments)
            {
                _documents.Clear();
            }

            _documents.TryAdd(query, document);
        }

        return document;
    }
}
