using System.Collections.Frozen;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>
/// Decides conditions on <c>aws:RequestedRegion</c>: what is asked of a resource whose ARN names a region is asked in that region, and a service with a single endpoint is asked in the region of that. For what names none (a bucket, an action
/// without resource) the condition stays.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion"/>
internal static class RequestedRegion
{
    internal const string Key = "aws:RequestedRegion";

    private static readonly FrozenDictionary<string, string> Global = AwsData.Lines("global-services.tsv").ToFrozenDictionary(line => line[0], line => line[1], StringComparer.Ordinal);

    /// <summary>Null where the request does not tell it.</summary>
    /// <param name="partition">Of who asks.</param>
    internal static string? Of(string action, string resource, string partition)
    {
        string[] arn = resource.Split(':', 6);
        return partition == "aws" && Global.TryGetValue(action.Split(':')[0].ToLowerInvariant(), out string? region) ? region
            : arn is ["arn", _, _, { Length: > 0 } own, _, _] && !Glob.IsWild(own) ? own : null;
    }

    /// <summary>The statement in parts, those decided without the condition and those that keep it. Of what is allowed everywhere but by its condition, the whole stays too: it may administer.</summary>
    /// <param name="partition">In others than <c>aws</c> nothing is known of single endpoints.</param>
    internal static IEnumerable<CompiledStatement> Decide(CompiledStatement compiled, string partition, ActionTable table)
    {
        PolicyStatement statement = compiled.Statement;
        if (statement.Conditions.Count(condition => condition.IsKey(Key)) != 1 || !CanDecide(statement.Conditions.First(condition => condition.IsKey(Key)), out ConditionOperator? how))
        {
            return [compiled];
        }

        PolicyCondition asked = statement.Conditions.First(condition => condition.IsKey(Key));
        IEnumerable<KeyValuePair<string, string>> single = partition == "aws" ? Global : [];
        IndexSet global = table.Of(single.Where(pair => Holds(asked, pair.Value)).Select(pair => pair.Key)), regional = compiled.Actions.Except(table.Of(single.Select(pair => pair.Key)));
        PolicyStatement met = statement with { Conditions = statement.Conditions.Remove(asked) };
        CompiledStatement[] parts = [compiled.With(met, compiled.Actions.And(global), "#global"), .. Regional(compiled, met, asked, how!.Negated, regional, table)];
        return parts.Where(part => !part.Actions.IsEmpty);
    }

    private static IEnumerable<CompiledStatement> Regional(CompiledStatement compiled, PolicyStatement met, PolicyCondition asked, bool negated, IndexSet actions, ActionTable table)
    {
        PolicyStatement statement = compiled.Statement;
        if (compiled.Span is { Patterns: [{ Region: { Length: > 0 } own }, ..] } && !Glob.IsWild(own))
        {
            return Holds(asked, own) ? [compiled.With(met, actions, "#regions")] : [];
        }

        var regions = new RegionScope([.. Named(asked)], negated);
        if (statement.IsNotResource || statement.NamesEverything)
        {
            return [compiled.With(met, actions, "#regions", regions), compiled.With(statement, actions, "#rest", statement.IsAllow ? null : RegionScope.Regionless)];
        }

        // A variable may hold a colon: what stands before it is no field then.
        ILookup<bool, string> told = statement.Resources.ToLookup(resource => !resource.Split(':', 6).Take(4).Any(field => field.Contains('$', StringComparison.Ordinal)) && regions.CanNarrow(ArnPattern.Parse(resource)));
        HashSet<string> withoutRegion = [.. table.KindsOf(actions).Members().Select(kind => table.Kinds[kind].Form).OfType<ArnPattern>().Where(form => form.Region.Length == 0).Select(form => form.Service)];
        string[] regionless = [.. told[true].Where(resource => ArnPattern.Parse(resource).Service is var named && withoutRegion.Any(service => Glob.Matches(named, service)))];
        return
        [
            .. Part(told[true], met, "#regions", regions),
            .. Part(regionless, statement, "#rest", RegionScope.Regionless),
            .. Part(told[false], statement, "#untold", null),
        ];

        IEnumerable<CompiledStatement> Part(IEnumerable<string> resources, PolicyStatement how, string part, RegionScope? scope) =>
            resources.Any() ? [compiled.With(how with { Resources = [.. resources] }, actions, part, scope)] : [];
    }

    /// <summary>The condition's regions as globs; a value with a wildcard that means itself is no region.</summary>
    private static IEnumerable<string> Named(PolicyCondition asked) => asked.Values
        .Where(value => asked.Comparison.Contains("Like", StringComparison.OrdinalIgnoreCase) || !Glob.IsWild(value))
        .Select(value => asked.Comparison.Contains("IgnoreCase", StringComparison.OrdinalIgnoreCase) ? value.ToLowerInvariant() : value);

    private static bool CanDecide(PolicyCondition condition, out ConditionOperator? how)
    {
        how = ConditionOperator.Parse(condition.Operator);
        return how is { Set: null, Comparison: ComparisonKind.Text or ComparisonKind.TextWithoutCase or ComparisonKind.TextPattern } && !condition.Values.Any(value => value.Contains("${", StringComparison.Ordinal));
    }

    private static bool Holds(PolicyCondition condition, string region) => CompiledCondition.Compile(condition, variables: false, "")
        .Of(new RequestContext(new AccessRequest(RequestPrincipal.Anonymous, "", "*") { Context = new Dictionary<string, ContextValue>(StringComparer.OrdinalIgnoreCase) { [Key] = ContextValue.Of(region) } })).IsYes;
}
