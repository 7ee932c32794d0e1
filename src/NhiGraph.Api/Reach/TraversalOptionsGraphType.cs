using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.Reach;

/// <summary>The contract's input for how a question walks the graph, and its reading.</summary>
internal sealed class TraversalOptionsGraphType : InputObjectGraphType
{
    public TraversalOptionsGraphType()
    {
        Name = "TraversalOptions";
        Description = "How a question walks the graph.";
        Field<EnumGraphType<Certainty>>("certainty").Description("The weakest edge to walk.").DefaultValue(Certainty.Inferred);
        Field<ListGraphType<NonNullGraphType<EnumGraphType<Capability>>>>("capabilities").Description("Only these are reported on resources; what is walked through does not change.");
        Field<IntGraphType>("maxDepth").Description("The most edges of a path; none means no bound.");
        Field<BooleanGraphType>("includeExposedTo").Description("Walk a person's exposure to credentials too.").DefaultValue(false);
        Field<BooleanGraphType>("includeInactive").Description("Walk disabled, expired and not yet valid credentials and identities too.").DefaultValue(false);
        Field<BooleanGraphType>("strict").Description("Restrictions that were never read demote what rests on their absence.").DefaultValue(false);
    }

    /// <summary>The options of a field's argument, judged at the time the request was asked.</summary>
    /// <exception cref="ApiError">BAD_ARGUMENT.</exception>
    internal static TraversalOptions Read(IResolveFieldContext context, AskedGraph asked)
    {
        IDictionary<string, object?>? given = context.GetArgument<IDictionary<string, object?>?>("options");
        var options = new TraversalOptions(asked.At);
        if (given is null)
        {
            return options;
        }

        int? depth = Value<int>(given, "maxDepth");
        if (depth < 1)
        {
            throw ApiError.BadArgument($"options.maxDepth: must be at least 1, not {depth}.");
        }

        return options with
        {
            Certainty = Value<Certainty>(given, "certainty") ?? Certainty.Inferred,
            Capabilities = Capabilities(given.TryGetValue("capabilities", out object? capabilities) ? capabilities : null),
            MaxDepth = depth ?? int.MaxValue,
            IncludeExposedTo = Value<bool>(given, "includeExposedTo") ?? false,
            IncludeInactive = Value<bool>(given, "includeInactive") ?? false,
            Strict = Value<bool>(given, "strict") ?? false,
        };
    }

    /// <summary>A list argument as a set; null and the empty list are the empty set, which asks for all.</summary>
    internal static CapabilitySet Capabilities(object? list) =>
        list is IEnumerable<object?> members ? CapabilitySet.Of([.. members.Cast<Capability>()]) : default;

    private static T? Value<T>(IDictionary<string, object?> given, string name) where T : struct => given.TryGetValue(name, out object? value) && value is T one ? one : null;
}
