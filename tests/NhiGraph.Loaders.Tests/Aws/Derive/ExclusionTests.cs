using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>What an exclusion says of one thing, against the plain reading of it: some pattern matches and none that is kept does.</summary>
public class ExclusionTests
{
    private static readonly string[] Patterns = ["*", "arn:aws:sqs:*:*:*", "arn:aws:sqs:*:1:j*", "arn:aws:es:*:1:domain/d/*", "arn:aws:es:*:1:domain/*", "arn:aws:s3:::data/*", "arn:aws:s3:::data/logs/*", "arn:*:*:eu-west-1:*:*", "arn:*:*:us-*:*:*", "arn:*:*::*:*", "none"];
    private static readonly string[] Arns = ["arn:aws:sqs:eu-west-1:1:jobs", "arn:aws:sqs:us-east-1:1:mail", "arn:aws:es:eu-west-1:1:domain/d", "arn:aws:es:us-east-1:1:domain/d", "arn:aws:es:us-east-1:1:domain/e", "arn:aws:s3:::data", "arn:aws:s3:::other"];

    [Fact]
    public void One_thing_is_left_out_where_a_pattern_matches_it_and_none_that_is_kept()
    {
        foreach (Exclusion exclusion in All())
        {
            foreach (ArnPattern arn in Arns.Select(ArnPattern.Parse))
            {
                bool left = exclusion.Patterns.Any(pattern => pattern.Covers(arn)) && !exclusion.Kept.Any(pattern => pattern.Covers(arn));
                Assert.True(left == exclusion.Covers(arn) && left == exclusion.Touches(arn), $"{exclusion.Text} of {arn}");
            }
        }
    }

    /// <summary>What is left out of a part of a thing is left out of it too by what the exclusion says of that thing alone.</summary>
    [Fact]
    public void Parts_of_a_thing_are_left_out_alike_by_what_is_said_of_them_alone()
    {
        foreach (Exclusion exclusion in All().Where(exclusion => exclusion.Kept.All(kept => kept.IsEverything || kept.Text.StartsWith("arn:*:*:", StringComparison.Ordinal) || exclusion.IsNot)))
        {
            foreach (string arn in Arns)
            {
                Exclusion? within = exclusion.Within(ArnPattern.Parse(arn + "/*"));
                foreach (ArnPattern part in new[] { "x", "logs/y" }.Select(part => ArnPattern.Parse($"{arn}/{part}")))
                {
                    Assert.True(exclusion.Covers(part) == (within?.Covers(part) ?? false), $"{exclusion.Text} of {part}: {within?.Text}");
                }
            }
        }
    }

    [Fact]
    public void Join_terms_say_the_same_exclusion()
    {
        Condition unless = new("aws:RequestedRegion", "StringEquals", ["eu-west-1"], "the region is eu-west-1");
        foreach (Exclusion exclusion in All())
        {
            JoinTerms.Span span = JoinTerms.SpanOf([ArnPattern.Everything], [exclusion], [new(exclusion, unless)]);
            string text = System.Text.Json.JsonSerializer.Serialize(span);
            JoinTerms.Span read = System.Text.Json.JsonSerializer.Deserialize<JoinTerms.Span>(text)!;
            Assert.Equal(exclusion, Assert.Single(read.LeftOut()));
            Assert.Equal(exclusion, Assert.Single(read.Lowered()).Of);
        }
    }

    /// <summary>Stores of before have no <c>Kept</c>.</summary>
    [Theory]
    [InlineData("""{"Patterns":["arn:aws:s3:::data/*"],"IsNot":false,"Unless":null}""", "arn:aws:s3:::data/*")]
    [InlineData("""{"Patterns":["arn:aws:s3:::data/*"],"IsNot":true,"Unless":null}""", "all but arn:aws:s3:::data/*")]
    public void Terms_of_before_are_read(string text, string expected) => Assert.Equal(expected, System.Text.Json.JsonSerializer.Deserialize<JoinTerms.Left>(text)!.ToExclusion().Text);

    private static IEnumerable<Exclusion> All() =>
        from pattern in Patterns
        from other in Patterns
        from kept in Patterns.Append(null)
        select Exclusion.Of([ArnPattern.Parse(pattern), ArnPattern.Parse(other)], kept is null ? [] : [ArnPattern.Parse(kept)]);
}
