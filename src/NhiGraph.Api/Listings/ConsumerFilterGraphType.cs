using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Listings;

internal sealed class ConsumerFilterGraphType : FilterGraphType
{
    public ConsumerFilterGraphType() : base("ConsumerFilter")
    {
        AnyOf<ConsumerType>("types", PropertyNames.ConsumerType);
        Flag("potential", PropertyNames.Potential, missing: false);
    }
}
