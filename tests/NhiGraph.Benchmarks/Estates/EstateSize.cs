namespace NhiGraph.Benchmarks.Estates;

/// <summary>How large a generated estate is, and how often a trust crosses accounts.</summary>
internal sealed record EstateSize(string Name, int Scale, double CrossAccountTrusts)
{
    internal const int Accounts = 400;

    internal int Identities => 250_000 / Scale;

    internal int Credentials => 150_000 / Scale;

    internal int Consumers => 50_000 / Scale;

    internal int Groups => 30_000 / Scale;

    internal int Hubs => 120_000 / Scale;

    internal int Resources => 400_000 / Scale;

    internal int Nodes => 1_000_000 / Scale;

    internal int Edges => 5_000_000 / Scale;

    internal static EstateSize Segmented(int scale) => new("segmented", scale, 0.004);

    internal static EstateSize Flat(int scale) => new("flat", scale, 0.10);
}
