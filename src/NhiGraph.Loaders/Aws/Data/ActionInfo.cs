using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>One action of AWS.</summary>
/// <param name="Name">Service and action as documented, e.g. <c>s3:GetObject</c>.</param>
/// <param name="Level">The documented access level: L, R, W, T or P.</param>
/// <param name="Types">What it can be asked of, as places in <see cref="ActionTable.Types"/>; never empty.</param>
/// <param name="Gives">The capabilities it gives.</param>
internal sealed record ActionInfo(string Name, char Level, ImmutableArray<int> Types, CapabilitySet Gives);
