using GraphQLParser;
using GraphQLParser.AST;
using NhiGraph.Architecture.Tests;
using NhiGraph.Scenarios.Asking;

namespace NhiGraph.Scenarios.Covering;

/// <summary>The questions of the API, and which of them a GraphQL file of scenarios asks.</summary>
internal static class QueryFields
{
    /// <summary>The fields of Query in the committed schema.</summary>
    internal static IEnumerable<string> All =>
        Parser.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "NhiGraph.Api", "schema.graphql"))).Definitions.OfType<GraphQLObjectTypeDefinition>().Single(type => type.Name.StringValue == "Query")
            .Fields!.Select(one => one.Name.StringValue);

    internal static IEnumerable<string> AskedBy(string query) =>
        Parser.Parse(Question.GraphQl(query)).Definitions.OfType<GraphQLOperationDefinition>().SelectMany(operation => operation.SelectionSet.Selections.OfType<GraphQLField>()).Select(field => field.Name.StringValue);
}
