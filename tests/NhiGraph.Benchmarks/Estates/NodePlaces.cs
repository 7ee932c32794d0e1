namespace NhiGraph.Benchmarks.Estates;

/// <summary>Where the nodes of one kind are, account by account.</summary>
internal sealed class NodePlaces(int[] starts)
{
    internal int First => starts[0];

    internal int Count => starts[^1] - starts[0];

    internal int CountOf(int account) => starts[account + 1] - starts[account];

    internal int At(int account, int index) => starts[account] + index;

    /// <summary>Any node of an account; of one of its applications when given, which takes an equal run of the account's nodes; -1 when there is none.</summary>
    internal int Pick(Random random, int account, int application = -1, int applications = 1, int skip = 0)
    {
        int count = CountOf(account) - skip;
        if (count <= 0)
        {
            return -1;
        }

        if (application < 0)
        {
            return At(account, skip + random.Next(count));
        }

        int from = (int)((long)count * application / applications);
        int until = (int)((long)count * (application + 1) / applications);
        return from == until ? -1 : At(account, skip + random.Next(from, until));
    }
}
