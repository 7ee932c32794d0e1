using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Asks what is listed user by user: keys and other credentials.</summary>
internal sealed class UserListingFetch(LiveSession session, AccountDocuments documents, Action<string> told)
{
    internal async Task RunAsync(IReadOnlyList<string> users, CancellationToken cancellation)
    {
        foreach (LiveCall call in LiveCall.All.Where(call => call.Way == FetchWay.EachUser))
        {
            if (users.Count == 0 && documents.LacksUsers)
            {
                documents.Miss(call, DatasetState.Failed, LiveProblems.NoListOfUsers(call.In(session.Region).ToString()));
            }
            else
            {
                await ReadAsync(call, users, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadAsync(LiveCall call, IReadOnlyList<string> users, CancellationToken cancellation)
    {
        List<PageChain> read = await AskEach.ReadAsync(users, user => OfAsync(call, user, cancellation), number => told($"{session.Account}, {call.Operation} of user {number} of {users.Count}")).ConfigureAwait(false);
        documents.Add(call.Kind, call.Kind == call.Datasets[0] ? call.Kind : $"{call.Kind}-{call.Datasets[0]}", read.SelectMany(chain => chain.Pages));
        bool anyCame = read.Any(chain => chain.Pages.Length > 0);
        // Who was deleted since the users were listed has none to tell of.
        foreach (PageChain chain in read.Where(chain => chain.Broken is not null && chain.Fault != ApiFault.Gone))
        {
            documents.Miss(call, anyCame ? DatasetState.Partial : chain.State, chain.Broken!);
        }
    }

    /// <summary>An empty list names nobody: the user stands beside it, as beside the file.</summary>
    private async Task<PageChain> OfAsync(LiveCall call, string user, CancellationToken cancellation)
    {
        PageChain chain = await PageChain.ReadAsync(session.Api, call, call.In(session.Region, ("UserName", user)), null, cancellation).ConfigureAwait(false);
        foreach (JsonObject page in chain.Pages)
        {
            page["UserName"] = user;
        }

        return chain;
    }
}
