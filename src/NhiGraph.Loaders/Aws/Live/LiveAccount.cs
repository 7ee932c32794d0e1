using System.Collections.Immutable;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>All that AWS gave of an account: documents as the AWS CLI prints them, and what is missing of them.</summary>
/// <param name="Notes">What was left out, and makes nothing incomplete.</param>
internal sealed record LiveAccount(string Account, ImmutableArray<LiveFile> Files, ImmutableArray<LiveGap> Gaps, ImmutableArray<Problem> Notes);
