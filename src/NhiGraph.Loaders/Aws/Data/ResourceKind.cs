using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>One documented type of resource: what its ARNs look like and what it is here.</summary>
/// <param name="Name">E.g. <c>s3:bucket</c>; for a service as a whole <c>s3:</c>.</param>
/// <param name="Form">The pattern of its ARNs; null for a service as a whole, which is what an action without a resource acts on.</param>
/// <param name="MostSlashes">How many slashes its own part may hold: a bucket's none, so that objects are no buckets.</param>
internal sealed record ResourceKind(string Name, ArnPattern? Form, ResourceType Type, int MostSlashes = int.MaxValue)
{
    /// <summary>The service as ARNs write it, e.g. <c>s3</c>; for a service as a whole its action prefix.</summary>
    internal string Service => Form?.Service ?? Name[..^1];

    internal bool IsService => Form is null;

    /// <summary>Whether the pattern may name something of this type. An action without a resource is matched by the whole-string <c>*</c> alone.</summary>
    internal bool IsNamedBy(ArnPattern pattern) =>
        pattern.IsEverything || (Form is not null && pattern.Overlaps(Form) && Fits(pattern));

    /// <summary>Whether the pattern names everything of this type.</summary>
    internal bool IsCoveredBy(ArnPattern pattern) => pattern.IsEverything || (Form is not null && pattern.Covers(Form));

    internal bool IsFormOf(ArnPattern arn) => Form is not null && Form.Covers(arn) && Fits(arn);

    private bool Fits(ArnPattern arn) => MostSlashes == int.MaxValue || arn.Resource.AsSpan().Count('/') <= MostSlashes;
}
