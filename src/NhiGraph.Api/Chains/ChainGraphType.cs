using GraphQL.Types;
using NhiGraph.Analysis.Chains;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Chains;

internal sealed class ChainGraphType : ObjectGraphType<ChainView>
{
    public ChainGraphType()
    {
        Name = "Chain";
        Field<EntityGraphType>("consumer").Resolve(context => context.Source.Consumer);
        Field<CredentialGraphType>("credential").Resolve(context => context.Source.Credential);
        Field<NonNullGraphType<IdentityGraphType>>("identity").Resolve(context => context.Source.Identity);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdentityGraphType>>>>("via").Description("Identities that it may take on further.").Resolve(context => context.Source.Via);
        Field<TruncationGraphType>("truncated").Description("What via leaves out; null when nothing.").Resolve(context => context.Source.Truncated);
        Field<NonNullGraphType<BoundsGraphType>>("resources").Resolve(context => context.Source.Resources);
        this.PagedField<ChainView, ReachedResourceGraphType>("reached", required: true).Resolve(context => ResourcePage.Of(context, context.Source.Reach, new()));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EnumGraphType<ChainLink>>>>>("missing").Resolve(context => context.Source.Missing);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Resolve(context => context.Source.Chain.Certainty);
    }
}
