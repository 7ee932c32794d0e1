using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Joins;

/// <summary>Joins things of other scopes to the applications they say they belong to: by the application's id, else by its name.</summary>
internal static class ApplicationJoin
{
    internal static DerivedScope Join(JoinInput input)
    {
        var draft = new GraphDraft(DerivedScope.JoinOwner(input.Scope));
        ILookup<string, JoinTerm> asks = input.Asks.ToLookup(ask => ask.JoinKey, StringComparer.Ordinal);
        foreach (IGrouping<string, ApplicationOffer> named in input.Offers.GroupBy(offer => offer.JoinKey, TermContent.Read<ApplicationOffer>, StringComparer.Ordinal))
        {
            JoinedBy by = named.Min(offer => offer.By);
            ApplicationOffer[] applications = [.. named.Where(offer => offer.By == by).OrderBy(offer => offer.Key, StringComparer.Ordinal)];
            foreach (ApplicationMember member in asks[named.Key].Select(TermContent.Read<ApplicationMember>))
            {
                if (applications.Length > 1)
                {
                    draft.Problem(Several(member, applications));
                    continue;
                }

                draft.Edge(
                    new(EdgeKind.PartOf, member.Thing, applications[0].Key, Certainty.Proved) { Properties = EdgeProperties.Of((PropertyNames.JoinedBy, by.Text())) },
                    [member.Support, new Support(applications[0].Fact, null, $"the application {applications[0].Name} is listed", null)]);
            }
        }

        return draft.ToScope();
    }

    private static Problem Several(ApplicationMember member, ApplicationOffer[] applications) => new(
        "NHI-APP-111",
        $"{member.Support.Statement}, and that is {string.Join(" and ", applications.Take(5).Select(application => application.Key))} alike: which was not guessed.",
        "Tag the thing with the application's id, or give applications different names.",
        member.Thing);
}
