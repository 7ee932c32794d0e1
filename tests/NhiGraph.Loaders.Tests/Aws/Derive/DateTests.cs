using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>Date conditions are from/until of edges, judged at the time asked.</summary>
public class DateTests
{
    private const long Year2020 = 1577836800;
    private const long Year2030 = 1893456000;

    private static string Read(string condition, string effect = "Allow") => $$"""{"Effect":"{{effect}}","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*","Condition":{{{condition}}} }""";

    private const string Always = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}""";

    [Theory]
    [InlineData("\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}", long.MinValue, Year2030, Certainty.Proved)]
    [InlineData("\"DateGreaterThanEquals\":{\"aws:CurrentTime\":\"2020-01-01\"},\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}", Year2020, Year2030, Certainty.Proved)]
    [InlineData("\"NumericLessThan\":{\"aws:EpochTime\":\"1893456000\"}", long.MinValue, Year2030, Certainty.Proved)]
    [InlineData("\"DateGreaterThan\":{\"aws:CurrentTime\":[\"2020-01-01\",\"2030-01-01\"]}", Year2020 + 1, long.MaxValue, Certainty.Proved)]
    [InlineData("\"DateNotEquals\":{\"aws:CurrentTime\":\"2030-01-01\"}", long.MinValue, long.MaxValue, Certainty.Conditional)]
    [InlineData("\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01\"},\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}", long.MinValue, Year2030, Certainty.Conditional)]
    public void An_allow_with_dates_holds_between_them(string condition, long from, long until, Certainty certainty)
    {
        GraphEdge holds = Assert.Single(new DerivedGraph(new TestAccount().User("a", [Read(condition)]).Derive()).Edges, edge => edge.Kind == EdgeKind.Holds);
        Assert.Equal((new Validity(from, until), certainty), (holds.Validity, holds.Certainty));
    }

    [Theory]
    [InlineData("\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}", Year2030, long.MaxValue, Certainty.Proved)]
    [InlineData("\"DateGreaterThanEquals\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}", long.MinValue, Year2030, Certainty.Proved)]
    [InlineData("\"DateLessThan\":{\"aws:TokenIssueTime\":\"2020-01-01T00:00:00Z\"}", Year2020, long.MaxValue, Certainty.Proved)]
    [InlineData("\"DateGreaterThan\":{\"aws:CurrentTime\":\"2020-01-01\"},\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01\"}", long.MinValue, long.MaxValue, Certainty.Conditional)]
    public void A_deny_with_a_date_leaves_the_rest_of_time(string condition, long from, long until, Certainty certainty)
    {
        GraphEdge holds = Assert.Single(new DerivedGraph(new TestAccount().User("a", [Always, Read(condition, "Deny")]).Derive()).Edges, edge => edge.Kind == EdgeKind.Holds);
        Assert.Equal((new Validity(from, until), certainty), (holds.Validity, holds.Certainty));
    }

    [Fact]
    public void Stretches_that_meet_are_one_and_others_stand_apart()
    {
        string early = Read("\"DateLessThan\":{\"aws:CurrentTime\":\"2020-01-01\"}"), late = Read("\"DateGreaterThanEquals\":{\"aws:CurrentTime\":\"2020-01-01\"}"), later = Read("\"DateGreaterThanEquals\":{\"aws:CurrentTime\":\"2030-01-01\"}");
        Assert.True(Assert.Single(new DerivedGraph(new TestAccount().User("a", [early, late]).Derive()).Edges, edge => edge.Kind == EdgeKind.Holds).Validity.IsAlways);
        GraphEdge[] apart = [.. new DerivedGraph(new TestAccount().User("a", [early, later]).Derive()).Edges.Where(edge => edge.Kind == EdgeKind.Holds)];
        Assert.Equal([new Validity(long.MinValue, Year2020), new Validity(Year2030, long.MaxValue)], apart.Select(edge => edge.Validity).OrderBy(validity => validity.From));
        Assert.Equal([Certainty.Conditional, Certainty.Proved], apart.Select(edge => edge.Certainty).Order());
    }

    [Fact]
    public void A_trust_with_dates_lets_in_between_them()
    {
        var account = new TestAccount().User("a").Role("r", """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/a"},"Action":"sts:AssumeRole","Condition":{"DateLessThan":{"aws:CurrentTime":"2030-01-01"}}}""");
        GraphEdge assume = Assert.Single(new DerivedGraph(account.Derive()).Edges, edge => edge.Kind == EdgeKind.CanAssume);
        Assert.Equal((new Validity(long.MinValue, Year2030), Certainty.Proved), (assume.Validity, assume.Certainty));
    }
}
