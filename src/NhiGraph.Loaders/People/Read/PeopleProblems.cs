using System.Globalization;
using NhiGraph.Loaders.Input;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.People.Read;

/// <summary>The families of codes of people's readers, and what only they can find. The common numbers are those of <see cref="InputProblems"/> and <see cref="TableProblems"/>.</summary>
internal static class PeopleProblems
{
    /// <summary>People and teams.</summary>
    public static InputProblems Hr { get; } = new("HR");

    /// <summary>Applications.</summary>
    public static InputProblems Applications { get; } = new("APP");

    /// <summary>Owners.</summary>
    public static InputProblems Owners { get; } = new("OWN");

    public static Problem PagesMissing(string file, int total, int given) => Hr.Of(
        32,
        $"The directory says that it has {total.ToString(CultureInfo.InvariantCulture)} resources, and {given.ToString(CultureInfo.InvariantCulture)} were given.",
        "Give every page (startIndex, count), each as a file or one after another.",
        file);

    public static Problem GroupNotListed(string locator) =>
        Hr.Of(33, "The group within this group is not among the groups given, so who is in it is unknown.", "Give every group of the directory.", locator);

    public static Problem OwnerNotNamed(string locator) =>
        Owners.Of(32, "A row names exactly one owner: a person, a team, or an owner that is either. The row is left out.", "Fill one of the columns person, team and owner.", locator);
}
