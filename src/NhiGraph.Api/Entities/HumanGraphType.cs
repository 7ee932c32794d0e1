using GraphQL.Types;
using NhiGraph.Api.Departure;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
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
        Field<NonNullGraphType<EnumGraphType<HumanStatus>>>("status").Resolve(context => context.Source.Value<HumanStatus>(PropertyNames.Status));
        Field<UtcDateTimeGraphType>("departedAt").Resolve(context => context.Source.Date(PropertyNames.DepartedAt));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdentityGraphType>>>>("accounts").Resolve(context => Relations.All(context.Source, Relation.Accounts));
        Field<HumanGraphType>("manager").Resolve(context => Relations.First(context.Source, Relation.Managers));
        Field<StringGraphType>("department").Resolve(context => context.Source.Text(PropertyNames.Department));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamGraphType>>>>("teams").Resolve(context => Relations.All(context.Source, Relation.Teams));
        this.PagedField<EntityNode, EntityGraphType>("created").Resolve(context => Relations.Page(context, Relation.Created, DatasetTells.Creators));
        this.PagedField<EntityNode, EntityGraphType>("owns").Description("In any role; what their teams own is not in it.").Resolve(context => Relations.Page(context, Relation.Owned, DatasetTells.Owners | DatasetTells.ResourceOwners));
        this.PagedField<EntityNode, CredentialGraphType>("exposedTo").Description("Static secrets that they could know.").Resolve(context => Relations.Page(context, Relation.KnownSecrets, DatasetTells.Creators));
        this.AddDepartureField();
    }
}
