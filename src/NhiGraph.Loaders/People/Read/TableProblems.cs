using NhiGraph.Loaders.Input;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.People.Read;

/// <summary>What can be wrong with a CSV file or its mapping, under the same numbers in each family of codes. 009 and 030 refuse the load.</summary>
internal static class TableProblems
{
    public static Problem NotTable(this InputProblems told, string locator, string why) =>
        told.Of(9, $"This is not the table that it should be: {why}", "Give a CSV with its header line, or name its columns in a mapping (--mapping).", locator);

    public static Problem WrongMapping(this InputProblems told, string locator, string expected) =>
        told.Of(30, $"The mapping is not understood: expected {expected}.", "Mend the named line; README of the people's loaders shows a mapping.", locator);

    public static Problem UnknownWord(this InputProblems told, string locator, string column, string word, IEnumerable<string> known) =>
        told.Of(31, $"\"{InputProblems.Shown(word)}\" is no {column} that is known ({string.Join(", ", known)}); it counts as not told.", "Say in the mapping (--mapping, status) what it means.", locator);
}
