using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.OrphanChains;

/// <summary>Who answered for a chain last, and since when nobody does.</summary>
/// <param name="LastAccountable">The owner who left last, else whoever left an owning team last, else who made it; -1 where nobody is on record.</param>
/// <param name="Since">The earliest date, in Unix seconds, that one of the reasons is known to hold from; null where none has a date.</param>
public readonly record struct OrphanHistory(int LastAccountable, long? Since)
{
    public static OrphanHistory Of(AccessGraph graph, OrphanChain chain, long at)
    {
        var accountability = new Accountability(graph, at);
        int[] owners = [.. accountability.OwnersOf(chain.Identity).Select(edge => edge.From).Distinct()];
        int[] people = [.. owners.Where(owner => (graph.KindsOf(owner) & NodeKinds.Human) != 0)];
        int[] members = [.. owners.Where(owner => (graph.KindsOf(owner) & NodeKinds.Team) != 0).SelectMany(accountability.MembersOf).Distinct()];
        int[] makers = [.. accountability.CreatorsOf(chain.Identity), .. chain.Credential < 0 ? [] : accountability.CreatorsOf(chain.Credential)];
        int last = Last(graph, people) ?? Last(graph, members) ?? (makers.Length > 0 ? makers[0] : -1);
        var dates = new List<long?>();
        if (chain.Reasons.Contains(OrphanReason.OwnerDeparted) || chain.Reasons.Contains(OrphanReason.TeamEmpty))
        {
            dates.Add(people.Concat(members).Select(human => graph.DateOf(human, NodeDate.Ended)).Max());
        }

        if (chain.Reasons.Contains(OrphanReason.NoOwner))
        {
            dates.Add(graph.DateOf(chain.Identity, NodeDate.Created));
        }

        if (chain.Reasons.Contains(OrphanReason.ApplicationRetired))
        {
            dates.Add(accountability.ApplicationsOf(chain.Identity).Select(application => graph.DateOf(application, NodeDate.Ended)).Max());
        }

        return new(last, dates.Min());
    }

    private static int? Last(AccessGraph graph, int[] people) => people.Length == 0 ? null : people.OrderByDescending(human => graph.DateOf(human, NodeDate.Ended) ?? long.MinValue).ThenBy(human => human).First();
}
