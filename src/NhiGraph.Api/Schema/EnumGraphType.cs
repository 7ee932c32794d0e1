using GraphQL.Types;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Schema;

/// <summary>An enum of ours in the contract, its values in SCREAMING_CASE.</summary>
/// <remarks>GraphQL.NET's own keeps tables by enum, which are compiled anew for each of thirty-odd enums at every start; here all share one code.</remarks>
internal sealed class EnumGraphType<TEnum> : EnumerationGraphType where TEnum : struct, Enum
{
    public EnumGraphType() => Fill(this, typeof(TEnum));

    protected override EnumValuesBase CreateValues() => new EnumTable();

    private static void Fill(EnumerationGraphType type, Type values)
    {
        type.Name = values.Name;
        foreach (string name in Enum.GetNames(values))
        {
            type.Add(VocabularyText.Screaming(name), Enum.Parse(values, name));
        }
    }
}
