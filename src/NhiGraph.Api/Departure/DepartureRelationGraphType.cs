using GraphQL.Types;
using NhiGraph.Analysis.Departure;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Departure;

/// <summary>One relation each: the set of none is no value of the contract.</summary>
internal sealed class DepartureRelationGraphType : EnumerationGraphType
{
    public DepartureRelationGraphType()
    {
        Name = nameof(DepartureRelation);
        foreach (DepartureRelation relation in Enum.GetValues<DepartureRelation>().Where(relation => relation != DepartureRelation.None))
        {
            Add(relation.Text(), relation);
        }
    }
}
