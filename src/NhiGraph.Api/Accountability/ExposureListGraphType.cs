using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.Accountability;

internal sealed class ExposureListGraphType : ObjectGraphType<SecretExposureAnswer>
{
    public ExposureListGraphType()
    {
        Name = "ExposureList";
        Description = "The people who could know a static secret that was not rotated since.";
        Field<NonNullGraphType<EnumGraphType<KnownState>>>("state").Resolve(context => context.Source.State);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SecretExposureGraphType>>>>("nodes")
            .Resolve(context => context.Source.Edges.Select(edge => new SecretExposure(context.Source.Credential, edge)));
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }
}
