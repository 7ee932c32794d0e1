using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Entities;

internal sealed class HumanGraphType : ObjectGraphType<EntityNode>
{
    public HumanGraphType()
    {
        Name = "Human";
        this.AsEntity();
        Field<StringGraphType>("employeeId").Resolve(context => context.Source.Text(PropertyNames.EmployeeId));
        Field<StringGraphType>("email").Resolve(context => context.Source.Text(PropertyNames.Email));
        Field<NonNullGraphType<EnumerationGraphType<HumanStatus>>>("status").Resolve(context => context.Source.Value<HumanStatus>(PropertyNames.Status));
        Field<UtcDateTimeGraphType>("departedAt").Resolve(context => context.Source.Date(PropertyNames.DepartedAt));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdentityGraphType>>>>("accounts").Resolve(context => Relations.All(context.Source, Relation.Accounts));
    }
}
