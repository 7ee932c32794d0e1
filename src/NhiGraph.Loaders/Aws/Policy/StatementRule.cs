using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A statement ready to be asked of requests.</summary>
internal sealed class StatementRule
{
    private readonly string[] actions;
    private readonly ImmutableArray<ResourcePattern> resources;
    private readonly ImmutableArray<CompiledCondition> conditions;

    internal StatementRule(PolicyStatement source, bool variables, AwsPolicyKind role)
    {
        Source = source;
        actions = [.. source.Actions.Select(action => action.ToLowerInvariant())];
        resources = [.. source.Resources.Select(resource => ResourcePattern.Compile(resource, variables, role)).OfType<ResourcePattern>()];
        conditions = [.. source.Conditions.Select(condition => CompiledCondition.Compile(condition, variables, source.Pointer))];
    }

    internal PolicyStatement Source { get; }

    internal bool IsAllow => Source.IsAllow;

    /// <summary>The resource patterns that match something.</summary>
    internal ImmutableArray<ResourcePattern> Resources => resources;

    internal ImmutableArray<CompiledCondition> Conditions => conditions;

    /// <param name="lower">Service and action in lower case.</param>
    internal bool IsAbout(string lower) => Source.IsNotAction != Array.Exists(actions, pattern => Glob.Matches(pattern, lower));

    /// <summary>Whether its resources and conditions match. An Allow must match all of a pattern that is asked for, of a Deny some of it is enough.</summary>
    internal Formula Of(RequestResource asked, RequestContext context)
    {
        Formula matches = OfResource(asked, context);
        foreach (CompiledCondition condition in conditions)
        {
            if (matches.IsNo)
            {
                return matches;
            }

            matches = matches.And(condition.Of(context));
        }

        return matches;
    }

    private Formula OfResource(RequestResource asked, RequestContext context)
    {
        if (Source.Resources.IsEmpty)
        {
            return Formula.Yes;
        }

        Formula named = Formula.No;
        foreach (ResourcePattern resource in resources)
        {
            named = named.Or(resource.Of(asked, context, all: IsAllow != Source.IsNotResource));
        }

        return Source.IsNotResource ? named.Negated() : named;
    }
}
