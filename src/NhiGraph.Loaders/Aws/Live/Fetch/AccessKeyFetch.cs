using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Asks for the access keys of each user, some users at a time.</summary>
internal sealed class AccessKeyFetch(LiveSession session, AccountDocuments documents, Action<string> told)
{
    private const int AtATime = 6;

    /// <summary>So many refusals, and asking for the others would only be more of them.</summary>
    private const int MostRefusals = 5;

    private static readonly LiveCall Keys = LiveCall.Of("ListAccessKeys");

    internal async Task RunAsync(IReadOnlyList<string> users, CancellationToken cancellation)
    {
        if (users.Count == 0 && documents.LacksUsers)
        {
            documents.Miss(Keys, DatasetState.Failed, LiveProblems.NoListOfUsers(Keys.In(session.Region).ToString()));
            return;
        }

        var read = new List<PageChain>();
        foreach (string[] some in users.Chunk(AtATime))
        {
            told($"{session.Account}, access keys of user {read.Count + 1} of {users.Count}");
            read.AddRange(await Task.WhenAll(some.Select(user => PageChain.ReadAsync(session.Api, Keys, Keys.In(session.Region, ("UserName", user)), null, cancellation))).ConfigureAwait(false));
            if (read.Any(EndsAll) || read.Count(chain => chain.Fault == ApiFault.Denied) >= MostRefusals)
            {
                break;
            }
        }

        documents.Add(Keys.Kind, Keys.Kind, read.SelectMany(chain => chain.Pages));
        DatasetState missed = read.Any(chain => chain.Pages.Length > 0) ? DatasetState.Partial : DatasetState.Complete;
        // Who was deleted since the users were listed has no keys to tell of.
        foreach (PageChain chain in read.Where(chain => chain.Broken is not null && chain.Fault != ApiFault.Gone))
        {
            documents.Miss(Keys, missed == DatasetState.Partial ? missed : chain.State, chain.Broken!);
        }
    }

    /// <summary>What goes wrong with one user's keys for good and not for lack of a right goes wrong with the next one's too.</summary>
    private static bool EndsAll(PageChain chain) => chain.Broken is not null && chain.Fault is not (ApiFault.Gone or ApiFault.Denied);
}
