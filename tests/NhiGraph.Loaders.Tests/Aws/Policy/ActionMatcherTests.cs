using System.Text.Json;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Policy;

public class ActionMatcherTests
{
    private static readonly ActionTable Table = ActionTable.Instance;

    [Theory]
    [InlineData("s3:GetObject", "s3:GetObject", true)]
    [InlineData("S3:getobject", "s3:GetObject", true)]
    [InlineData("s3:*", "s3:GetObject", true)]
    [InlineData("s3:Get*", "s3:PutObject", false)]
    [InlineData("s3:?etObject", "s3:GetObject", true)]
    [InlineData("*", "iam:PassRole", true)]
    [InlineData("iam:*Role", "iam:PassRole", true)]
    [InlineData("*:GetObject", "s3:GetObject", true)]
    [InlineData(" s3:GetObject", "s3:GetObject", false)]
    [InlineData("s3:GetObject ", "s3:GetObject", false)]
    [InlineData("s3:", "s3:GetObject", false)]
    public void Of_matches_the_whole_name_without_case_and_never_trims(string pattern, string action, bool matches) =>
        Assert.Equal(matches, Of($$"""{"Effect":"Allow","Action":"{{pattern}}","Resource":"*"}""").Contains(Table.Find(action)));

    [Fact]
    public void NotAction_is_everything_else()
    {
        IndexSet set = Of("""{"Effect":"Allow","NotAction":["iam:*"," s3:GetObject"],"Resource":"*"}""");
        Assert.False(set.Contains(Table.Find("iam:PassRole")));
        Assert.True(set.Contains(Table.Find("s3:GetObject")));
        Assert.Equal(Table.Actions.Length, set.Count + Table.RangeOf("iam").End - Table.RangeOf("iam").Start);
    }

    [Fact]
    public void An_action_nobody_documents_is_counted()
    {
        var matcher = new ActionMatcher(Table);
        matcher.Of(Statement("""{"Effect":"Allow","Action":["s3:GetObjekt","s3:GetObject"],"Resource":"*"}"""));
        matcher.Of(Statement("""{"Effect":"Allow","Action":"s3:GetObjekt","Resource":"*"}"""));
        Assert.Equal([new KeyValuePair<string, int>("s3:GetObjekt", 2)], matcher.Unmatched);
    }

    private static IndexSet Of(string statement) => new ActionMatcher(Table).Of(Statement(statement));

    private static PolicyStatement Statement(string statement) => PolicyParser.Parse(JsonElement.Parse($$"""{"Version":"2012-10-17","Statement":{{statement}}}""")).Statements[0];
}
