using System.Text.Json.Nodes;
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
        IEnumerable<JsonObject> read = await AskEach.ReadAsync(documents, call, users, user => OfAsync(call, user, cancellation), number => told($"{session.Account}, {call.Operation} of user {number} of {users.Count}")).ConfigureAwait(false);
        documents.Add(call.Kind, call.Kind == call.Datasets[0] ? call.Kind : $"{call.Kind}-{call.Datasets[0]}", read);
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
