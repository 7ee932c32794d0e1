using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

internal sealed class ApplicationGraphType : ObjectGraphType<EntityNode>
{
    public ApplicationGraphType()
    {
        Name = "Application";
        this.AsEntity();
        Field<NonNullGraphType<EnumGraphType<ApplicationStatus>>>("status").Resolve(context => context.Source.Value<ApplicationStatus>(PropertyNames.Status));
        Field<UtcDateTimeGraphType>("retiredAt").Resolve(context => context.Source.Date(PropertyNames.RetiredAt));
        Field<StringGraphType>("vendor").Resolve(context => context.Source.Text(PropertyNames.Vendor));
    }
}
