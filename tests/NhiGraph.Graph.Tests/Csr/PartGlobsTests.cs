using System.Text.RegularExpressions;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Graph.Tests.Csr;

public sealed class PartGlobsTests
{
    [Theory]
    [InlineData("*", "a/*", true)]
    [InlineData("a/*", "a/b", true)]
    [InlineData("a/*", "a/b*", true)]
    [InlineData("a/b*", "a/*", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a*c", false)]
    [InlineData("a*", "a?", true)]
    [InlineData("a*?b", "a?*b", true)]
    [InlineData("*a*", "*a", true)]
    [InlineData("*?", "*", false)]
    [InlineData("logs/2024-*", "logs/2024-??/*", true)]
    [InlineData("A/*", "a/*", false)]
    public void Covers_Pairs_AsInclusion(string wide, string narrow, bool expected) => Assert.Equal(expected, PartGlobs.Covers(wide, narrow));

    [Fact]
    public void Covers_AllShortGlobs_IsInclusionOfWhatTheyMatch()
    {
        string[] globs = [.. Enumerable.Range(0, 5).SelectMany(length => Texts(length, "ab*?"))];
        // A letter that no glob names stands for all others; four letters of any glob and two more tell them apart.
        string[] texts = [.. Enumerable.Range(0, 7).SelectMany(length => Texts(length, "abx"))];
        Dictionary<string, HashSet<string>> matches = globs.ToDictionary(glob => glob, glob => texts.Where(text => Matching(glob).IsMatch(text)).ToHashSet());
        int pairs = 0;
        foreach (string wide in globs.Where((_, at) => at % 3 == 0))
        {
            foreach (string narrow in globs)
            {
                pairs++;
                Assert.True(matches[narrow].IsSubsetOf(matches[wide]) == PartGlobs.Covers(wide, narrow), $"{wide} over {narrow}");
            }
        }

        Assert.True(pairs > 30_000);
    }

    private static Regex Matching(string glob) => Matchers.GetOrAdd(glob, text => new("^" + text.Replace("*", ".*", StringComparison.Ordinal).Replace("?", ".", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Regex> Matchers = new();

    private static IEnumerable<string> Texts(int length, string letters) => length == 0 ? [""] : Texts(length - 1, letters).SelectMany(text => letters, (text, letter) => text + letter);
}
