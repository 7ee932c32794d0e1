using System.Collections.Immutable;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>What people, applications and lists of owners bring: how their facts become graph, and what each could tell. They hold in every scope.</summary>
public static class PeopleProvider
{
    /// <summary>Raised whenever derive code changes what it makes of the same facts, so that what is stored is derived again.</summary>
    private const string CodeVersion = "people-1";

    public static Provider Create() => new(PeopleDatasets.Kind, new(CodeVersion), Derive, ApplicationJoin.Join, Datasets, [], new([])) { HoldsEverywhere = true };

    private static ImmutableArray<DatasetInfo> Datasets { get; } =
    [
        new(PeopleDatasets.People, DatasetTells.People, "Who works here, and who left when: nhigraph load people", Source: PeopleDatasets.Hr),
        new(PeopleDatasets.Teams, DatasetTells.Teams, "Who is in which team: nhigraph load people --scim-groups, or a column team of the HR export", Source: PeopleDatasets.Scim),
        new(PeopleDatasets.Applications, DatasetTells.Applications | DatasetTells.Owners | DatasetTells.ResourceOwners, "Applications with their owners: nhigraph load applications", Source: PeopleDatasets.Applications),
        new(PeopleDatasets.Owners, DatasetTells.Owners | DatasetTells.ResourceOwners, "Who owns what: nhigraph load owners", Source: PeopleDatasets.Owners),
    ];

    private static DerivedScope Derive(ScopeFacts scope)
    {
        var draft = new GraphDraft(scope.Scope);
        var roster = new Roster(scope, draft);
        new TeamNodes(scope, roster, draft).Add();
        roster.AddNodes();
        var owners = new OwnerFinder(roster, draft);
        new ApplicationNodes(scope, owners, draft).Add();
        new OwnerEdges(scope, owners, draft).Add();
        roster.AddTerms();
        return draft.ToScope();
    }
}
