using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Accountability;

internal sealed class SecretExposureGraphType : ObjectGraphType<SecretExposure>
{
    public SecretExposureGraphType()
    {
        Name = "SecretExposure";
        Field<NonNullGraphType<HumanGraphType>>("human").Resolve(context => context.Source.Credential.Other(context.Source.Edge.From));
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Resolve(context => context.Source.Edge.Certainty);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceGraphType>>>>("evidence").Resolve(context => EdgeEvidence.Of(context.Source.Credential, [context.Source.Edge.Id]));
    }
}
