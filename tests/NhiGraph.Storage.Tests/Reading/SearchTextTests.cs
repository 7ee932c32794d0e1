using System.Text;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Tests.Reading;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("deploy", "x", "", "", SearchRank.Equal)]
    [InlineData("x", "deploy", "", "", SearchRank.Equal)]
    [InlineData("x", "y", "deploy", "", SearchRank.Equal)]
    [InlineData("x", "y", "", "deploy", SearchRank.Equal)]
    [InlineData("x", "a:deploy", "", "", SearchRank.KeyPart)]
    [InlineData("x", "deploy/a", "", "", SearchRank.KeyPart)]
    [InlineData("x", "mydeploy:deployer/deploy:z", "", "", SearchRank.KeyPart)]
    [InlineData("deployer", "a", "", "", SearchRank.NameBegins)]
    [InlineData("my deploy", "a", "", "", SearchRank.NameContains)]
    [InlineData("x", "a|deploy", "", "", SearchRank.Contains)]
    [InlineData("x", "a", "deploy@b", "", SearchRank.Contains)]
    [InlineData("x", "a", "", "1deploy", SearchRank.Contains)]
    [InlineData("x", "a", "dep", "loy", SearchRank.None)]
    public void RankOf_Node_IsItsBestMatch(string name, string key, string email, string fingerprint, SearchRank expected) =>
        Assert.Equal(expected, SearchText.Of("  DEPLOY ")!.RankOf(Bytes(name), Bytes(key), Bytes(email), Bytes(fingerprint)));

    [Fact]
    public void RankOf_TextWithSeparators_IsAPartWhereItStandsBetweenSeparators()
    {
        Assert.Equal(SearchRank.KeyPart, SearchText.Of("role/a")!.RankOf("x"u8, "aws:role/a"u8, default, default));
        Assert.Equal(SearchRank.Contains, SearchText.Of("role/a")!.RankOf("x"u8, "aws:role/ab"u8, default, default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void Of_Nothing_IsNull(string? typed) => Assert.Null(SearchText.Of(typed));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
