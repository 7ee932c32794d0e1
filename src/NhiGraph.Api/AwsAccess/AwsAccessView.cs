using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Snapshots;
using NhiGraph.Loaders.Aws.Access;

namespace NhiGraph.Api.AwsAccess;

/// <summary>A decision with what it was asked of.</summary>
internal sealed record AwsAccessView(AskedGraph Asked, EntityNode Principal, AwsAccessQuestion Question, AwsAccessAnswer Answer, CompletenessAnswer Completeness)
{
    internal IEnumerable<AssumptionAnswer> Assumptions => Answer.Assumptions.Select(code => AssumptionAnswer.Of(Asked, code));
}
