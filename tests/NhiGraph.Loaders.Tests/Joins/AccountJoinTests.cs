using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Loaders.Tests.People.Derive;

namespace NhiGraph.Loaders.Tests.Joins;

/// <summary>Whose account a user is: the ladder of number, address, login and the address's first part.</summary>
public sealed class AccountJoinTests
{
    private const string Hr = "id,name,email,other emails,upn,login,hire date,termination date\n"
        + "0042,Ana,ana.lindqvist@acme.example,ana@acme.example,ana@corp.example,alind,2020-01-01,\n"
        + "43,Marco,marco@acme.example,,,mrossi,2015-01-01,2022-01-01\n";

    [Theory]
    [InlineData("someone", """{"Key":"employee-id","Value":"42"}""", "human:0042 PROVED EMPLOYEE_ID")]
    [InlineData("someone", """{"Key":"Email","Value":"Ana@Acme.example"}""", "human:0042 PROVED EMAIL")]
    [InlineData("ana.lindqvist@acme.example", null, "human:0042 PROVED EMAIL")]
    [InlineData("ana@corp.example", null, "human:0042 PROVED UPN")]
    [InlineData("ALIND", null, "human:0042 INFERRED LOGIN")]
    [InlineData("ana.lindqvist", null, "human:0042 INFERRED EMAIL_LOCAL_PART")]
    [InlineData("backup-agent", null, null)]
    [InlineData("someone@acme.example", null, null)]
    [InlineData("ana.lindqvist", """{"Key":"employee-id","Value":"nobody"}""", "human:0042 INFERRED EMAIL_LOCAL_PART")]
    public void The_surest_thing_in_common_joins(string user, string? tags, string? joined)
    {
        string[] lines = new Estate().Hr(Hr).Account(new TestAccount().User(user, tags: tags)).Lines(EdgeKind.HasAccount);
        Assert.Equal(joined is null ? [] : [$"{joined.Split(' ')[0]} -HAS_ACCOUNT-> aws:arn:aws:iam::111111111111:user/{user} {joined.Split(' ', 2)[1]}"], lines);
    }

    [Fact]
    public void Two_of_one_address_are_told_and_not_chosen_between()
    {
        Estate estate = new Estate().Hr("id,name,email\n1,Jo One,jo@acme.example\n2,Jo Two,jo@acme.example\n").Account(new TestAccount().User("jo"));
        Assert.Empty(estate.Lines(EdgeKind.HasAccount));
        Assert.Contains("Jo One (human:1) and Jo Two (human:2)", Assert.Single(estate.Problems, problem => problem.Code == "NHI-HR-111").Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_of_one_address_are_told_apart_by_when_the_account_was_made()
    {
        Estate estate = new Estate().Hr("id,name,email,hire date,end date\n1,Jo One,jo@acme.example,2010-01-01,2020-05-01\n2,Jo Two,jo@acme.example,2023-06-01,\n").Account(new TestAccount().User("jo"));
        Assert.Equal(["human:2 -HAS_ACCOUNT-> aws:arn:aws:iam::111111111111:user/jo INFERRED EMAIL_LOCAL_PART"], estate.Lines(EdgeKind.HasAccount));
    }

    [Fact]
    public void An_account_made_long_after_its_namesake_left_is_nobodys()
    {
        Estate estate = new Estate().Hr(Hr).Account(new TestAccount().User("marco"));
        Assert.Empty(estate.Lines(EdgeKind.HasAccount));
        Assert.Equal("NHI-HR-112", Assert.Single(estate.Problems).Code);
    }

    [Fact]
    public void The_edge_says_what_of_both_sides_it_rests_on()
    {
        Estate estate = new Estate().Hr(Hr).Account(new TestAccount().User("someone", tags: """{"Key":"email","Value":"ana@acme.example"}"""));
        var edge = Assert.Single(estate.Made.SelectMany(scope => scope.Edges), edge => edge.Edge.Kind == EdgeKind.HasAccount);
        Assert.Equal("join:aws:111111111111", edge.Owner);
        Assert.Equal(["the tag email of someone is ana@acme.example", "Ana: email ana@acme.example"], Assert.Single(edge.Alternatives).Select(support => support.Statement));
        Assert.Equal(["aws:111111111111", "people:organization"], Assert.Single(edge.Alternatives).Select(support => support.Fact!.Value.Scope));
    }
}
