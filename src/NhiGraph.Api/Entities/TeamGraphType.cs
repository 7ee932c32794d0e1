using GraphQL.Types;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

internal sealed class TeamGraphType : ObjectGraphType<EntityNode>
{
    public TeamGraphType()
    {
        Name = "Team";
        this.AsEntity();
        Field<StringGraphType>("email").Resolve(context => context.Source.Text(PropertyNames.Email));
    }
}
