using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>
/// Asks each account for its organisation, and for the tree of each organisation that account which may see it: the management account or a delegated administrator.
/// What one account saw binds all of the load.
/// </summary>
internal sealed class OrganizationFetch(Action<string> told)
{
    private static readonly LiveCall Describe = LiveCall.Of("DescribeOrganization");

    internal async Task RunAsync(IEnumerable<(LiveSession Session, AccountDocuments Documents)> accounts, CancellationToken cancellation)
    {
        var members = new List<Member>();
        foreach ((LiveSession session, AccountDocuments documents) in accounts)
        {
            if (await DescribeAsync(session, documents, cancellation).ConfigureAwait(false) is { } organization)
            {
                members.Add(new Member(session, documents, organization));
            }
        }

        foreach (IGrouping<string, Member> organization in members.GroupBy(member => Text(member, "Id"), StringComparer.Ordinal))
        {
            OrganizationTreeFetch? seen = null;
            foreach (Member member in organization.OrderBy(member => Text(member, "MasterAccountId") != member.Session.Account).TakeWhile(_ => seen is not { Broken: null }))
            {
                var tree = new OrganizationTreeFetch(member.Session, told);
                await tree.RunAsync(cancellation).ConfigureAwait(false);
                seen = seen is null || tree.Broken is null ? tree : seen;
            }

            foreach (Member member in organization)
            {
                member.Documents.Add(Describe.Kind, Describe.Kind, [member.Organization, .. seen!.Documents]);
                if (seen.Broken is var (call, state, problem))
                {
                    member.Documents.Miss(call, state, problem);
                }
            }
        }
    }

    /// <summary>Null where there is none, or it was not told.</summary>
    private async Task<JsonObject?> DescribeAsync(LiveSession session, AccountDocuments documents, CancellationToken cancellation)
    {
        told($"{session.Account}, organisation");
        try
        {
            JsonObject answer = await session.Api.SendAsync(Describe.In(session.Region), cancellation).ConfigureAwait(false);
            return answer;
        }
        catch (ApiFaultException none) when (none.Code == "AWSOrganizationsNotInUseException")
        {
            // The AWS CLI prints only an error; that nothing binds the account is worth telling.
            documents.Add(Describe.Kind, Describe.Kind, [new JsonObject { ["Organization"] = null, ["Account"] = session.Account }]);
            return null;
        }
        catch (ApiFaultException failed)
        {
            documents.Miss(Describe, failed.Leaves, LiveProblems.Of(failed, Describe.Right));
            return null;
        }
    }

    private static string Text(Member member, string name) => (string?)(member.Organization["Organization"] as JsonObject)?[name] ?? "";

    private sealed record Member(LiveSession Session, AccountDocuments Documents, JsonObject Organization);
}
