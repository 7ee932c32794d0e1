using System.Text.Json.Nodes;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Asks the same of many things, some at a time, for as long as it is of use.</summary>
internal static class AskEach
{
    private const int AtATime = 6;

    /// <returns>What came. What did not is missing in the documents.</returns>
    /// <param name="told">Hears the number of the next one.</param>
    internal static async Task<IEnumerable<JsonObject>> ReadAsync<T>(AccountDocuments documents, LiveCall call, IEnumerable<T> things, Func<T, Task<PageChain>> ask, Action<int> told)
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

        bool anyCame = read.Any(chain => chain.Pages.Length > 0);
        // What was deleted since it was listed has nothing to tell; where more is wanted of it, the reader sees that it is not whole.
        foreach (PageChain chain in read.Where(chain => chain.Broken is not null && chain.Fault != Api.ApiFault.Gone))
        {
            documents.Miss(call, anyCame ? DatasetState.Partial : chain.State, chain.Broken!);
        }

        return read.SelectMany(chain => chain.Pages);
    }
}
