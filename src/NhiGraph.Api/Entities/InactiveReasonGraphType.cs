using GraphQL.Types;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

/// <summary>The vocabulary's reasons without NONE: what works has no <c>inactive</c> at all.</summary>
internal sealed class InactiveReasonGraphType : EnumerationGraphType
{
    public InactiveReasonGraphType()
    {
        Name = nameof(InactiveReason);
        foreach (InactiveReason reason in Enum.GetValues<InactiveReason>().Where(reason => reason != InactiveReason.None))
        {
            Add(reason.Text(), reason);
        }
    }
}
