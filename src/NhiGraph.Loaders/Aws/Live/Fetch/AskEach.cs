namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Asks the same of many things, some at a time, for as long as it is of use.</summary>
internal static class AskEach
{
    private const int AtATime = 6;

    /// <param name="told">Hears the number of the next one.</param>
    internal static async Task<List<PageChain>> ReadAsync<T>(IEnumerable<T> things, Func<T, Task<PageChain>> ask, Action<int> told)
    {
        var read = new List<PageChain>();
        var refusals = new Refusals();
        foreach (T[] some in things.Chunk(AtATime))
        {
            told(read.Count + 1);
            PageChain[] came = await Task.WhenAll(some.Select(ask)).ConfigureAwait(false);
            read.AddRange(came);
            if (refusals.EndWith(came))
            {
                break;
            }
        }

        return read;
    }
}
