using GraphQL.Types;
using GraphQLParser;

namespace NhiGraph.Api.Schema;

/// <summary>The values of an enum by their names and by what they stand for.</summary>
internal sealed class EnumTable : EnumValuesBase
{
    private readonly List<EnumValueDefinition> _values = [];
    private readonly Dictionary<object, EnumValueDefinition> _byValue = [];

    public override int Count => _values.Count;

    public override void Add(EnumValueDefinition value)
    {
        _values.Add(value);
        _byValue.Add(value.Value!, value);
    }

    public override EnumValueDefinition? FindByName(ROM name) => _values.Find(value => value.Name == name);

    public override EnumValueDefinition? FindByValue(object? value) => value is null ? null : _byValue.GetValueOrDefault(value);

    public override IEnumerator<EnumValueDefinition> GetEnumerator() => _values.GetEnumerator();
}
