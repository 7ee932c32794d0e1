using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class AdmissionTests
{
    private const string GitHub = "token.actions.githubusercontent.com";
    private const string Eks = "oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789";

    [Theory]
    [InlineData("a branch", GitHub, "repo:acme/web:ref:refs/heads/main", "One", "branch main of repository web of owner acme (GitHub Actions)")]
    [InlineData("a branch with a slash", GitHub, "repo:acme/web:ref:refs/heads/rel/1", "One", "branch rel/1 of repository web of owner acme (GitHub Actions)")]
    [InlineData("branches by pattern", GitHub, "repo:acme/web:ref:refs/heads/rel-*", "Several", "any branch like rel-* of repository web of owner acme (GitHub Actions)")]
    [InlineData("a tag", GitHub, "repo:acme/web:ref:refs/tags/v1", "One", "tag v1 of repository web of owner acme (GitHub Actions)")]
    [InlineData("an environment", GitHub, "repo:acme/web:environment:production", "One", "environment production of repository web of owner acme (GitHub Actions)")]
    [InlineData("pull requests", GitHub, "repo:acme/web:pull_request", "One", "any pull request of repository web of owner acme (GitHub Actions)")]
    [InlineData("all of a repository", GitHub, "repo:acme/web:*", "Several", "any run of repository web of owner acme (GitHub Actions)")]
    [InlineData("branches and tags", GitHub, "repo:acme/web:ref:*", "Several", "any branch or tag of repository web of owner acme (GitHub Actions)")]
    [InlineData("all of an owner", GitHub, "repo:acme/*", "Several", "any run of any repository of owner acme (GitHub Actions)")]
    [InlineData("an environment of any repository of an owner", GitHub, "repo:acme/*:environment:production", "Several", "environment production of any repository of owner acme (GitHub Actions)")]
    [InlineData("repositories by pattern", GitHub, "repo:acme/web*", "Several", "any run of any repository like web* of owner acme (GitHub Actions)")]
    [InlineData("ids", GitHub, "repo:acme@123/web@456:ref:refs/heads/main", "One", "branch main of repository web (by its id 456) of owner acme (by its id 123) (GitHub Actions)")]
    [InlineData("an owner by name, whatever its id", GitHub, "repo:acme@*/web@*:ref:refs/heads/main", "Several", "branch main of any repository like web@* of any owner like acme@* (GitHub Actions)")]
    [InlineData("an owner that is not ended", GitHub, "repo:acme*", "Anybody", "any run of any repository of any owner like acme* (GitHub Actions): anybody can have such a one")]
    [InlineData("an owner that is not ended, with a branch", GitHub, "repo:acme*:ref:refs/heads/main", "Anybody", "branch main of any repository of any owner like acme* (GitHub Actions): anybody can have such a one")]
    [InlineData("any owner", GitHub, "repo:*", "Anybody", "any run of any repository of any owner (GitHub Actions): anybody can have such a one")]
    [InlineData("any owner of a repository's name", GitHub, "repo:*/web:*", "Anybody", "any run of repository web of any owner (GitHub Actions): anybody can have such a one")]
    [InlineData("a name in the middle", GitHub, "*acme/web*", "Anybody", null)]
    [InlineData("main of anybody", GitHub, "*:ref:refs/heads/main", "Anybody", "branch main of any repository of any owner (GitHub Actions): anybody can have such a one")]
    [InlineData("no subject", GitHub, "*", "Anybody", "any subject of GitHub Actions: no condition names one: anybody can have such a one")]
    [InlineData("a template of its own", GitHub, "repo:acme/web", "One", "tokens without a context of repository web of owner acme (GitHub Actions)")]
    [InlineData("one enterprise's own issuer", GitHub + "/acme", "repo:acme*", "Several", "any run of any repository of any owner like acme* (GitHub Actions of one enterprise)")]
    [InlineData("a branch of GitLab", "gitlab.com", "project_path:acme/web:ref_type:branch:ref:main", "One", "ref main of ref type branch of project acme/web (GitLab CI)")]
    [InlineData("a group of GitLab", "gitlab.com", "project_path:acme/*:ref_type:branch:ref:main", "Several", "ref main of ref type branch of any project like acme/* (GitLab CI)")]
    [InlineData("a group that is not ended", "gitlab.com", "project_path:acme*:ref_type:branch:ref:main", "Anybody", null)]
    [InlineData("a workspace of Terraform", "app.terraform.io", "organization:acme:project:core:workspace:prod:run_phase:apply", "One", "run phase apply of workspace prod of project core of organization acme (HCP Terraform)")]
    [InlineData("an organization of Terraform", "app.terraform.io", "organization:acme:*", "Several", null)]
    [InlineData("any organization of Terraform", "app.terraform.io", "organization:*:project:core:*", "Anybody", null)]
    [InlineData("a service account", Eks, "system:serviceaccount:shop:cart", "One", "service account cart of namespace shop (the EKS cluster)")]
    [InlineData("a namespace", Eks, "system:serviceaccount:shop:*", "Several", "any service account of namespace shop (the EKS cluster)")]
    [InlineData("a cluster", Eks, "*", "Several", "any subject of the EKS cluster: no condition names one")]
    [InlineData("another issuer", "id.acme.example", "build", "Unknown", "the subject build of id.acme.example")]
    [InlineData("another issuer without a subject", "id.acme.example", "*", "Unknown", "any subject of id.acme.example: no condition names one")]
    public void What_a_trust_admits(string name, string issuer, string subject, string breadth, string? statement)
    {
        var admission = Admission.Of(issuer, subject);
        Assert.True(breadth == admission.Breadth.ToString(), $"{name}: {admission}");
        Assert.True(statement is null || statement == admission.Statement, $"{name}: {admission.Statement}");
    }

    [Theory]
    [InlineData("\"StringLike\":{\"GITHUB:sub\":\"repo:acme*\"}", "PROVED")]
    [InlineData("\"StringEquals\":{\"GITHUB:aud\":\"sts.amazonaws.com\"}", "PROVED")]
    [InlineData("\"StringLike\":{\"GITHUB:sub\":\"repo:*\"},\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "CONDITIONAL")]
    [InlineData("\"StringLike\":{\"GITHUB:sub\":\"repo:acme/*\"}", null)]
    [InlineData("\"StringEquals\":{\"GITHUB:aud\":\"sts.amazonaws.com\",\"GITHUB:repository_owner_id\":\"123\"}", null)]
    public void Who_may_be_anybody_is_anyone_with_an_account(string condition, string? certainty)
    {
        var account = new TestAccount().Role("ci", $$"""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/{{GitHub}}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{ {{condition.Replace("GITHUB", GitHub, StringComparison.Ordinal)}} } }""");
        Assert.Equal(certainty, new DerivedGraph(account.Derive()).Edge(EdgeKind.CanAssume, WellKnownKeys.AnyAuthenticated, account.Key("role/ci"))?.Certainty.Text());
    }

    [Fact]
    public void The_edge_says_what_is_admitted_and_the_subject_has_its_parts()
    {
        var account = new TestAccount().Role("ci", $$"""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/{{GitHub}}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"{{GitHub}}:sub":"repo:acme/web:environment:production"} } }""");
        var derived = account.Derive();
        Assert.Contains(derived.Edges, edge => edge.Edge.Kind == EdgeKind.Authenticates && edge.Alternatives[0][0].Statement.EndsWith("admits environment production of repository web of owner acme (GitHub Actions)", StringComparison.Ordinal));
        GraphNode subject = Storage.Facts.NodeMerge.Merge(derived.Assertions.Where(assertion => assertion.Node.Key.StartsWith("oidc:", StringComparison.Ordinal)));
        Assert.Equal(("acme", "web", "repo:acme/web:environment:production"), (subject["repositoryOwner"], subject["repository"], subject.Name));
    }

    [Fact]
    public void Each_platform_says_where_it_documents_its_subjects() => Assert.All(OidcPlatform.All, platform => Assert.StartsWith("https://", platform.Page, StringComparison.Ordinal));
}
