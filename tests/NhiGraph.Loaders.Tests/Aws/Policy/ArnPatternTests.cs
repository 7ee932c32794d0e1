using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Policy;

/// <summary>How AWS documents that resources of identity policies match.</summary>
public class ArnPatternTests
{
    [Theory]
    [InlineData("*", "arn:aws:s3:::b", true)]
    [InlineData("arn:aws:s3:::*", "arn:aws:s3:::b/key", true)]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b", false)]
    [InlineData("arn:aws:s3:::b*", "arn:aws:s3:::b/key:with:colons", true)]
    [InlineData("arn:aws:s3:::B", "arn:aws:s3:::b", false)]
    [InlineData("arn:aws:s3:*", "arn:aws:s3:::b", true)]
    [InlineData("arn:aws:*", "arn:aws:iam::123456789012:role/r", true)]
    [InlineData("arn:aws:sqs:*:q", "arn:aws:sqs:eu-west-1:123456789012:q", false)]
    [InlineData("arn:*:q", "arn:aws:sqs:eu-west-1:123456789012:q", false)]
    [InlineData("arn:aws:sqs:*:*:q", "arn:aws:sqs:eu-west-1:123456789012:q", true)]
    [InlineData("arn:aws:iam::*:role/app-?", "arn:aws:iam::123456789012:role/app-1", true)]
    [InlineData("arn:aws:iam::*:role/app-?", "arn:aws:iam::123456789012:role/app-12", false)]
    [InlineData("arn:aws:iam::123456789012:role/*", "arn:aws:iam::123456789012:role/path/r", true)]
    public void Covers_matches_field_by_field_with_case(string pattern, string arn, bool covers) => Assert.Equal(covers, ArnPattern.Parse(pattern).Covers(ArnPattern.Parse(arn)));

    [Fact]
    public void Only_the_whole_star_covers_everything()
    {
        Assert.True(ArnPattern.Parse("**").IsEverything);
        Assert.False(ArnPattern.Parse("arn:*").IsEverything);
        Assert.False(ArnPattern.Parse("arn:*").Covers(ArnPattern.Everything));
    }

    [Fact]
    public void A_literal_has_no_wildcard_and_six_fields()
    {
        Assert.True(ArnPattern.Parse("arn:aws:s3:::b").IsLiteral);
        Assert.False(ArnPattern.Parse("arn:aws:s3:::b*").IsLiteral);
        Assert.False(ArnPattern.Parse("arn:aws:s3").IsLiteral);
    }
}
