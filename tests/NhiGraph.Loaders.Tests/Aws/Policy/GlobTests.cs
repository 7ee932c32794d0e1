using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Policy;

public class GlobTests
{
    [Theory]
    [InlineData("a/*", "*/logs/*", "a/*/logs/*,a/logs/*")]
    [InlineData("*", "b*", "b*")]
    [InlineData("b/x", "b/*", "b/x")]
    [InlineData("*x", "*y", null)]
    public void What_two_patterns_have_in_common_is_a_pattern_where_one_begins_plainly(string one, string other, string? expected) =>
        Assert.Equal(expected, Glob.Common(one, other) is { } common ? string.Join(',', common.Order(StringComparer.Ordinal)) : null);

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "a/b:c", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("abc", "ABC", false)]
    [InlineData("*ab*ab", "abab", true)]
    [InlineData("*ab*ab", "aba", false)]
    public void Matches_is_whole_string_and_ordinal(string pattern, string text, bool matches) => Assert.Equal(matches, Glob.Matches(pattern, text));

    [Theory]
    [InlineData("*", "a*", true)]
    [InlineData("a*", "*", false)]
    [InlineData("a*", "ab*c", true)]
    [InlineData("a?*", "ab*", true)]
    [InlineData("a?", "a*", false)]
    [InlineData("a*b*", "a*b", true)]
    [InlineData("a*b", "a*b*", false)]
    [InlineData("?*", "?", true)]
    [InlineData("??", "?", false)]
    public void Contains_means_every_text_of_the_inner_is_of_the_outer(string outer, string inner, bool contains) => Assert.Equal(contains, Glob.Contains(outer, inner));

    [Theory]
    [InlineData("a*", "*b", true)]
    [InlineData("a*", "b*", false)]
    [InlineData("a?c", "a*", true)]
    [InlineData("a/*/c", "a/b*", true)]
    [InlineData("ab", "a?", true)]
    [InlineData("*x*", "ab?", true)]
    public void Overlaps_means_some_text_is_of_both(string left, string right, bool overlaps)
    {
        Assert.Equal(overlaps, Glob.Overlaps(left, right));
        Assert.Equal(overlaps, Glob.Overlaps(right, left));
    }

    [Theory]
    [InlineData("b/logs/*", "b/", "logs/*")]
    [InlineData("b*", "b/", "*")]
    [InlineData("*/x", "b/", "*/x|x")]
    [InlineData("c/*", "b/", "")]
    [InlineData("?/x*", "b/", "x*")]
    public void After_a_prefix_the_rest_is_left(string pattern, string prefix, string parts) => Assert.Equal(parts, string.Join('|', Glob.After(pattern, prefix)));

    [Theory]
    [InlineData("a**b", "a*b")]
    [InlineData("*?*", "?*")]
    [InlineData("a*?b", "a?*b")]
    [InlineData("plain", "plain")]
    public void Normalize_gives_equal_patterns_one_form(string pattern, string normal) => Assert.Equal(normal, Glob.Normalize(pattern));

    /// <summary>Two patterns of three letters overlap in a text of six, if at all. All patterns and texts of a small alphabet: what the algorithms say against what trying every text says.</summary>
    [Fact]
    public void Contains_and_overlaps_agree_with_trying_every_short_text()
    {
        string[] texts = [.. Words(["a", "b", "c"], 6)];
        string[] patterns = [.. Words(["a", "b", "*", "?"], 3).Select(Glob.Normalize).Distinct()];
        int seen = 0;
        var matching = patterns.ToDictionary(pattern => pattern, pattern => texts.Select(text => Glob.Matches(pattern, text)).ToArray());
        foreach (string left in patterns)
        {
            foreach (string right in patterns)
            {
                bool[] one = matching[left], two = matching[right];
                Assert.Equal(Enumerable.Range(0, texts.Length).Any(i => one[i] && two[i]), Glob.Overlaps(left, right));
                bool contains = !Enumerable.Range(0, texts.Length).Any(i => two[i] && !one[i]);
                Assert.True(contains || !Glob.Contains(left, right), $"{left} does not contain {right}");
                Assert.True(!contains || left.Contains('?') || Glob.Contains(left, right), $"{left} contains {right}");
                seen++;
            }
        }

        Assert.True(seen > 4_000);
    }

    private static IEnumerable<string> Words(string[] letters, int length) =>
        length == 0 ? [""] : Words(letters, length - 1).SelectMany(word => word.Length == length - 1 ? letters.Select(letter => word + letter).Prepend(word) : [word]);
}
