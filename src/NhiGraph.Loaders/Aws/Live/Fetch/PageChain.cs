using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>The pages of one listing, as far as they came.</summary>
/// <param name="Pages">Where all came, without the members that lead from one to the next, as the AWS CLI prints them; else with them, so that whoever reads them sees that more follows.</param>
/// <param name="Broken">Why the last one did not come; null where it did.</param>
internal sealed record PageChain(ImmutableArray<JsonObject> Pages, Problem? Broken, DatasetState State, ApiFault? Fault = null)
{
    /// <summary>Ten times what the largest accounts have.</summary>
    private const int MostPages = 100_000;

    internal static async Task<PageChain> ReadAsync(AwsApi api, LiveCall call, ApiCall first, Action<int>? told, CancellationToken cancellation)
    {
        var pages = new List<JsonObject>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ApiCall next = first;
        while (true)
        {
            told?.Invoke(pages.Count + 1);
            try
            {
                pages.Add(await api.SendAsync(next, cancellation).ConfigureAwait(false));
            }
            catch (ApiFaultException failed) when (call.None?.Code is { } code && code == failed.Code)
            {
                pages.Add(call.None.Document.DeepClone().AsObject());
            }
            catch (ApiFaultException failed)
            {
                return new([.. pages], LiveProblems.Of(failed, call.Right), pages.Count > 0 ? DatasetState.Partial : failed.Leaves, failed.Fault);
            }

            if (!Follows(pages[^1], call, out string? token))
            {
                pages.ForEach(page => Array.ForEach([call.Page, call.NextPage, call.More], member => _ = member is not null && page.Remove(member)));
                return new([.. pages], null, DatasetState.Complete);
            }

            if (token is null || !seen.Add(token) || pages.Count == MostPages)
            {
                return new([.. pages], LiveProblems.PagesGoInCircles(first.ToString()), DatasetState.Partial, ApiFault.Broken);
            }

            JsonObject parameters = first.Parameters.DeepClone().AsObject();
            parameters[call.Page!] = token;
            next = first with { Parameters = parameters };
        }
    }

    private static bool Follows(JsonObject page, LiveCall call, out string? token)
    {
        string? names = call.NextPage ?? call.Page;
        token = names is not null && page[names] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
        return call.More == names ? token is not null : call.More is not null && page[call.More] is JsonValue more && more.TryGetValue(out bool follows) && follows;
    }
}
