using GraphQL.Types;
using NhiGraph.Api.Administrators;
using NhiGraph.Api.AwsAccess;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.ChainOfTrust;
using NhiGraph.Api.Chains;
using NhiGraph.Api.Departure;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Exposure;
using NhiGraph.Api.Kpis;
using NhiGraph.Api.Listings;
using NhiGraph.Api.OrphanChains;
using NhiGraph.Api.Paths;
using NhiGraph.Api.Search;
using NhiGraph.Api.Sources;
using NhiGraph.Api.ToxicCombinations;

namespace NhiGraph.Api.Schema;

/// <summary>The questions; each feature folder adds its own.</summary>
internal sealed class QueryGraphType : ObjectGraphType
{
    public QueryGraphType()
    {
        Name = "Query";
        this.AddNodeFields();
        this.AddSearchFields();
        this.AddListingFields();
        this.AddBlastRadiusFields();
        this.AddExposureFields();
        this.AddPathFields();
        this.AddChainFields();
        this.AddOrphanFields();
        this.AddToxicFields();
        this.AddAdministratorFields();
        this.AddTrustFields();
        this.AddDepartureFields();
        this.AddKpiFields();
        this.AddAwsAccessFields();
        this.AddSourceFields();
    }
}
