using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using NhiGraph.Api.Entities;

namespace NhiGraph.Api.Schema;

/// <summary>The GraphQL contract in code; <c>schema.graphql</c> is its text.</summary>
internal sealed class NhiGraphSchema : GraphQL.Types.Schema
{
    public NhiGraphSchema(IServiceProvider services) : base(services)
    {
        // Both must stand before anything initialises the schema, or they are silently without effect.
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        Query = services.GetService(typeof(QueryGraphType)) as QueryGraphType ?? new QueryGraphType();
        this.RegisterTypes(
            typeof(IdentityGraphType), typeof(CredentialGraphType), typeof(ConsumerGraphType), typeof(ResourceGraphType), typeof(EntitlementGraphType),
            typeof(GroupGraphType), typeof(HumanGraphType), typeof(TeamGraphType), typeof(ApplicationGraphType));

        // Introspection is bounded by its depth; by cost, every tool's first question would be refused.
        this.WithIntrospectionComplexityImpact(0);
    }

    /// <summary>The text of the contract, as committed.</summary>
    internal string Text()
    {
        string text = this.Print(new PrintOptions { IncludeDescriptions = true, StringComparison = null });
        return text.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
