using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paths;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Administrators;

internal sealed class AdministratorGraphType : ObjectGraphType<AdministratorView>
{
    public AdministratorGraphType()
    {
        Name = "Administrator";
        Description = "An identity that can do everything in an account.";
        Field<NonNullGraphType<EntityGraphType>>("identity").Resolve(context => context.Source.Identity);
        Field<NonNullGraphType<EntityGraphType>>("account").Resolve(context => context.Source.Account);
        Field<NonNullGraphType<BooleanGraphType>>("byTechnique").Description("Every way to it takes a technique.").Resolve(context => context.Source.Administrator.Direct is null);
        Field<EnumGraphType<Certainty>>("direct").Description("How certain it is without any technique; null where every way takes one.").Resolve(context => context.Source.Administrator.Direct);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Description("How certain it is at all.").Resolve(context => context.Source.Administrator.Certainty);
        Field<NonNullGraphType<AccessPathGraphType>>("path").Description("The strongest.").Resolve(context => context.Source.Path);
    }
}
