using System.Text;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>The names of tags of one organisation.</summary>
public sealed class TagFileTests
{
    [Fact]
    public void What_is_named_replaces_the_usual_names_and_the_rest_keeps_them()
    {
        AwsTagNames names = Read("owner: [Owner, product-owner]\nteam: squad\n");
        Assert.Equal(["Owner", "product-owner"], names.Owner);
        Assert.Equal(["squad"], names.Team);
        Assert.Equal(new AwsTagNames().Escalation, names.Escalation);
    }

    [Fact]
    public void Other_names_are_other_rules() => Assert.NotEqual(AwsProvider.Create().RulesHash.Value, AwsProvider.Create(Read("purpose: Zweck\n")).RulesHash.Value);

    [Theory]
    [InlineData("owners: x\n", 1)]
    [InlineData("owner: x\nteam: [a, [b]]\n", 2)]
    [InlineData("owner: []\n", 1)]
    [InlineData("", 1)]
    [InlineData("\"\n", 1)]
    public void What_cannot_be_meant_is_refused_with_its_line(string text, int line)
    {
        Problem problem = Assert.Single(Assert.Throws<RefusedInputException>(() => Read(text)).Problems);
        Assert.Equal(("NHI-AWS-031", $"tags.yaml#line={line}"), (problem.Code, problem.Locator));
    }

    private static AwsTagNames Read(string text) => AwsTagFile.Read("tags.yaml", Encoding.UTF8.GetBytes(text));
}
