using GraphQL.Types;
using NhiGraph.Analysis.Kpis;
using NhiGraph.Api.Completeness;

namespace NhiGraph.Api.Kpis;

internal sealed class KpisGraphType : ObjectGraphType<KpiView>
{
    public KpisGraphType()
    {
        Name = "Kpis";
        Ratio("ownerCoverage", figures => figures.Owners, "Identities with an active business owner, an active technical owner and somebody to turn to.");
        Ratio("businessOwnerCoverage", figures => figures.BusinessOwners);
        Ratio("technicalOwnerCoverage", figures => figures.TechnicalOwners);
        Ratio("escalationCoverage", figures => figures.Escalation);
        Ratio("chainOfTrustCoverage", figures => figures.Chains, "Identities with a consumer that was seen, its credential, and a resource that is reached.");
        Ratio("consumerMapping", figures => figures.Consumers, "Credentials that something is seen to use.");
        Ratio("credentialPosture", figures => figures.Posture, "Credentials that are federated or renewed within hours.");
        Ratio("staticCredentials", figures => figures.Static, "Credentials that are valid until somebody removes them.");
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }

    private void Ratio(string name, Func<KpiFigures, KpiRatio> of, string? description = null) =>
        Field<NonNullGraphType<KpiRatioGraphType>>(name).Description(description).Resolve(context => of(context.Source.Figures));
}
