using System.Collections.Immutable;
using System.Globalization;
using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Listings;

/// <summary>A filter input whose fields are declared together with the property that they look at.</summary>
internal abstract class FilterGraphType : InputObjectGraphType
{
    private readonly Dictionary<string, Func<object, PropertyFilter>> _filters = new(StringComparer.Ordinal);

    protected FilterGraphType(string name)
    {
        Name = name;
        Description = "All that are given must hold. A date bound admits only what has that date.";
        Field<StringGraphType>("text").Description("As in search; the listing is ranked then, and orderBy cannot be given.");
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("scopes").Description("Accounts, tenants, clusters or organisations, e.g. aws:123456789012.");
        _filters["scopes"] = value => new(PropertyNames.Scope, [.. ((IEnumerable<object?>)value).Cast<string>()]);
    }

    /// <summary>The demands of a filter value; <c>text</c> is not among them.</summary>
    internal ImmutableArray<PropertyFilter> Read(IDictionary<string, object?> filter) =>
        [.. filter.Where(field => field.Value is not null && _filters.ContainsKey(field.Key)).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => _filters[field.Key](field.Value!))];

    /// <summary>Values of a closed list; UNKNOWN admits what has no value too.</summary>
    protected void AnyOf<TEnum>(string name, string property) where TEnum : struct, Enum
    {
        Field<ListGraphType<NonNullGraphType<EnumGraphType<TEnum>>>>(name);
        _filters[name] = value =>
        {
            TEnum[] wanted = [.. ((IEnumerable<object?>)value).Cast<TEnum>()];
            IEnumerable<string?> texts = wanted.Select(one => one.Text());
            bool unknown = wanted.Any(one => one.Text() == "UNKNOWN");
            return new(property, unknown ? [.. texts, null] : [.. texts]);
        };
    }

    /// <param name="missing">What a node without the property counts as; null: as neither.</param>
    protected void Flag(string name, string property, bool? missing = null)
    {
        Field<BooleanGraphType>(name);
        _filters[name] = value =>
        {
            bool wanted = (bool)value;
            string text = wanted ? "true" : "false";
            return new(property, missing == wanted ? [text, null] : [text]);
        };
    }

    /// <summary><c>{name}Before</c> and <c>{name}After</c>; the second includes its instant.</summary>
    protected void Dates(string name, string property)
    {
        Field<UtcDateTimeGraphType>(name + "Before");
        Field<UtcDateTimeGraphType>(name + "After");
        _filters[name + "Before"] = value => new(property, [], Before: Text(value));
        _filters[name + "After"] = value => new(property, [], After: Text(value));
    }

    /// <summary>As dates stand in properties: so they compare ordinally.</summary>
    private static string Text(object value) => ((DateTimeOffset)value).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
