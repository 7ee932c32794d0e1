namespace NhiGraph.Loaders.Aws.Data;

/// <summary>A member that names a workload of another dataset.</summary>
internal sealed record WorkloadVia(string Dataset, string Member);
