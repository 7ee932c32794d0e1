using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>Finds whom a row names as owner. One that no source lists becomes a node of which nothing is known; a name that may be a person or a team and is neither is told.</summary>
internal sealed class OwnerFinder(Roster roster, GraphDraft draft)
{
    /// <param name="column">What the row says of the name: person, team, or owner for either.</param>
    internal (string Key, JoinedBy By, Certainty Certainty)? Find(FactKey fact, string column, string named)
    {
        ImmutableArray<string> rungs = [.. PartyKeys.OfReference(named).Where(rung => column == "owner" || rung.StartsWith(column == "team" ? PartyKeys.Teams : PartyKeys.Persons, StringComparison.Ordinal))];
        Ladder ladder = Ladder.Climb(rungs, roster.At);
        if (ladder.Found is { } party)
        {
            return (party.Key, party.By, party.Certainty);
        }

        if (!ladder.Several.IsEmpty)
        {
            draft.Problem(PeopleDeriveProblems.OwnerAmbiguous(fact, named, ladder.Several));
            return null;
        }

        bool team = column == "team";
        if (!team && column == "owner" && !named.Contains('@', StringComparison.Ordinal))
        {
            draft.Problem(PeopleDeriveProblems.OwnerNobody(fact, named));
            return null;
        }

        if (roster.Any)
        {
            draft.Problem(PeopleDeriveProblems.OwnerUnlisted(fact, named));
        }

        string key = team ? TeamNodes.KeyOf(named) : "human:unlisted:" + PartyKeys.Folded(named);
        draft.Node(fact, key, team ? NodeKinds.Team : NodeKinds.Human, named, 0, (PropertyNames.Known, "false"));
        return (key, JoinedBy.NameOnly, Certainty.Declared);
    }
}
