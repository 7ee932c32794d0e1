using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.Techniques;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class TechniqueTests
{
    private const string Create = """{"Effect":"Allow","Action":"lambda:CreateFunction","Resource":"*"}""";
    private const string Invoke = """{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"*"}""";

    private static string Pass(string role, string condition = "") => $$"""{"Effect":"Allow","Action":"iam:PassRole","Resource":"{{role}}"{{condition}}}""";

    [Theory]
    [InlineData("", Certainty.Proved)]
    [InlineData(""","Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}""", Certainty.Proved)]
    [InlineData(""","Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}""", null)]
    [InlineData(""","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", Certainty.Conditional)]
    public void Passing_a_role_to_a_new_function_gives_the_role(string condition, Certainty? certainty)
    {
        var account = new TestAccount().Role("fn", TestAccount.LambdaTrust).Role("other", """{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}""")
            .User("a", [Pass("*", condition), Create, Invoke]);
        var graph = new DerivedGraph(account.Derive());
        GraphEdge[] yields = [.. graph.Edges.Where(edge => edge.Technique == "lambda-001")];
        GraphEdge? holds = graph.Edges.FirstOrDefault(edge => edge.Kind == EdgeKind.Holds && edge.To.Contains("/lambda-001:"));
        Assert.Equal(certainty, holds?.Certainty);
        Assert.Equal(certainty is null ? [] : [account.Key("role/fn")], yields.Select(edge => edge.To));
    }

    [Fact]
    public void Both_statements_justify_it_and_one_principal_must_have_both()
    {
        var account = new TestAccount().Role("fn", TestAccount.LambdaTrust).Group("g", Create, Invoke).User("both", [Pass("*")], ["g"]).User("half", [Pass("*")]).User("rest", groups: ["g"]);
        var derived = account.Derive();
        var holds = Assert.Single(derived.Edges, edge => edge.Edge.Kind == EdgeKind.Holds && edge.Edge.To.Contains("/lambda-001:"));
        Assert.Equal(account.Key("user/both"), holds.Edge.From);
        Assert.Equal(["iam-groups", "iam-groups", "iam-users", "iam-users"], Assert.Single(holds.Alternatives).Select(support => support.Fact!.Value.Dataset).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_cannot_run_the_function_needs_somebody_who_does()
    {
        var account = new TestAccount().Role("fn", TestAccount.LambdaTrust).User("a", [Pass("*"), Create]);
        GraphEdge holds = Assert.Single(new DerivedGraph(account.Derive()).Edges, edge => edge.Kind == EdgeKind.Holds && edge.To.Contains("/lambda-001:"));
        Assert.Equal("lambda:InvokeFunction", Assert.Single(holds.Conditions).Key);
    }

    [Fact]
    public void Only_roles_that_may_be_passed_are_given_and_a_deny_counts()
    {
        var account = new TestAccount().Role("app-fn", TestAccount.LambdaTrust).Role("fn", TestAccount.LambdaTrust).Role("AWSServiceRoleForX", TestAccount.LambdaTrust, path: "/aws-service-role/x.amazonaws.com/")
            .User("a", [Pass("arn:aws:iam::111111111111:role/app-*"), Create, Invoke]).User("b", [Pass("*"), Create, Invoke, """{"Effect":"Deny","Action":"iam:PassRole","Resource":"arn:aws:iam::*:role/app-*"}"""]);
        var graph = new DerivedGraph(account.Derive());
        string[] Given(string user) => [.. graph.Hubs(account.Key("user/" + user), proved: true).SelectMany(hub => graph.Out[hub]).Where(edge => edge.Technique is not null).Select(edge => edge.To)];
        Assert.Equal([account.Key("role/app-fn")], Given("a"));
        Assert.Equal([account.Key("role/fn")], Given("b"));
    }

    /// <summary>What a user or role "a" with the statements gains by a technique, each with its certainty.</summary>
    private static string[] Gained(TestAccount account, string technique, string holder = "user/a")
    {
        var graph = new DerivedGraph(account.Derive());
        return [.. graph.Out[account.Key(holder)].Where(edge => edge.Kind == EdgeKind.Holds && edge.To.Contains($"/{technique}:", StringComparison.Ordinal))
            .SelectMany(holds => graph.Out[holds.To].Where(edge => edge.Technique == technique).Select(yields => (holds, yields)))
            .Select(pair => $"{pair.yields.To[(pair.yields.To.LastIndexOfAny(['/', '#']) + 1)..]} {(pair.holds.Certainty < pair.yields.Certainty ? pair.holds : pair.yields).Certainty.Text()}").Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Allow(string actions, string resource = "*") => $$"""{"Effect":"Allow","Action":[{{string.Join(',', actions.Split(' ').Select(action => $"\"{action}\""))}}],"Resource":"{{resource}}"}""";

    private static string Deny(string actions, string resource = "*") => Allow(actions, resource).Replace("Allow", "Deny", StringComparison.Ordinal);

    private const string ByAccount = """{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"}""";

    private static string Trusts(string service) => $$"""{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}""";

    [Fact]
    public void Every_published_path_is_there_once_and_names_documented_actions()
    {
        Assert.Equal(90, Technique.All.Length);
        Assert.Equal(90, Technique.All.Select(technique => technique.Id).Distinct(StringComparer.Ordinal).Count());
        foreach (Technique technique in Technique.All)
        {
            Assert.All(technique.Calls.SelectMany(call => call), action => Assert.True(ActionTable.Instance.Find(action) >= 0, $"{technique.Id} {action}"));
            Assert.All(technique.On.Keys, action => Assert.Contains(action, technique.Calls[0]));
            Assert.Equal(technique.Calls.Length > 1, technique.OtherCall is not null);
            Assert.Equal(technique.Target == TechniqueTarget.ServiceRole, technique.Services.Length > 0);
            Assert.True(technique.Target != TechniqueTarget.ServiceRole || technique.PassesRole == technique.Calls[0].Contains("iam:PassRole"), technique.Id);
            Assert.True(technique.Target != TechniqueTarget.ServiceRole || technique.PassesRole || technique.Needs is not null, technique.Id);
        }
    }

    [Fact]
    public void Every_path_that_passes_a_role_gives_roles_that_trust_its_service_and_no_others()
    {
        int ran = 0;
        foreach (Technique technique in Technique.All.Where(technique => technique.Target == TechniqueTarget.ServiceRole))
        {
            string all = string.Join(' ', technique.Calls.SelectMany(call => call));
            foreach (string service in technique.Services.Where(service => service != "cognito-identity.amazonaws.com"))
            {
                TestAccount With(string statement) => new TestAccount().Role("r", Trusts(service)).Role("other", Trusts("nobody.amazonaws.com")).User("a", [statement])
                    .Raw("iam-roles", "arn:aws:iam::111111111111:role/m", """
                        {"Arn":"arn:aws:iam::111111111111:role/m","RoleName":"m","Path":"/","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[SERVICE]},"AttachedManagedPolicies":[],"RolePolicyList":[],
                         "InstanceProfileList":[{"Arn":"arn:aws:iam::111111111111:instance-profile/m","InstanceProfileName":"m"}]}
                        """.Replace("SERVICE", Trusts(service), StringComparison.Ordinal));
                bool machine = technique.Has(TechniqueRequirement.InstanceProfile);
                string plain = technique.PassesRole ? technique.Needs is null ? "PROVED" : "CONDITIONAL" : "DECLARED";
                string[] expected = [$"m {plain}", .. machine ? technique.PassesRole ? ["r CONDITIONAL"] : Array.Empty<string>() : [$"r {plain}"]];
                Assert.Equal(expected, Gained(With(Allow(all)), technique.Id));
                foreach (string action in technique.Calls[0])
                {
                    Assert.Empty(Gained(With(Allow(string.Join(' ', technique.Calls.SelectMany(call => call).Where(other => other != action).DefaultIfEmpty("s3:GetObject")))), technique.Id));
                }

                ran++;
            }
        }

        Assert.Equal(64, ran);
    }

    [Theory]
    [InlineData("iam-001", "iam:CreatePolicyVersion", "administer:* PROVED")]
    [InlineData("iam-007", "iam:PutUserPolicy", "administer:* PROVED")]
    [InlineData("iam-008", "iam:AttachUserPolicy", "administer:* PROVED")]
    [InlineData("iam-010", "iam:AttachGroupPolicy", "administer:* PROVED")]
    [InlineData("iam-011", "iam:PutGroupPolicy", "administer:* PROVED")]
    [InlineData("iam-005", "iam:PutRolePolicy", "")]
    public void Who_writes_its_own_policies_is_an_administrator(string technique, string action, string expected)
    {
        var account = new TestAccount().Policy("arn:aws:iam::111111111111:policy/own", Allow("s3:GetObject")).Group("g").User("a", [Allow(action)], ["g"], ["arn:aws:iam::111111111111:policy/own"]).Role("r", TestAccount.LambdaTrust);
        Assert.Equal(expected.Length == 0 ? [] : ["administer:* PROVED"], Gained(account, technique));
    }

    [Fact]
    public void A_policy_that_is_not_ones_own_gives_nothing_and_a_deny_stays()
    {
        var account = new TestAccount().Policy("arn:aws:iam::111111111111:policy/other", Allow("s3:GetObject")).User("a", [Allow("iam:CreatePolicyVersion")]).User("b", [Allow("iam:PutUserPolicy"), Deny("s3:*")]);
        Assert.Empty(Gained(account, "iam-001"));
        string[] given = Gained(account, "iam-007", "user/b");
        Assert.DoesNotContain("administer:* PROVED", given);
        Assert.NotEmpty(given);
    }

    [Fact]
    public void Anothers_policies_are_of_use_to_who_can_become_it()
    {
        string trust = $$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/named"},"Action":"sts:AssumeRole"}""";
        var account = new TestAccount().Role("open", ByAccount).Role("mine", trust).Role("closed", Trusts("nobody.amazonaws.com"))
            .User("a", [Allow("iam:PutRolePolicy sts:AssumeRole")]).User("named", [Allow("iam:PutRolePolicy sts:AssumeRole", "arn:aws:iam::111111111111:role/mine")]).User("lone", [Allow("iam:PutRolePolicy")]);
        Assert.Equal(["administer:* PROVED"], Gained(account, "iam-017"));
        Assert.Equal(["administer:* PROVED"], Gained(account, "iam-017", "user/named"));
        Assert.Equal(["administer:* CONDITIONAL"], Gained(account, "iam-005"));
        Assert.Empty(Gained(account, "iam-005", "user/lone"));
        Assert.Empty(Gained(new TestAccount().Role("closed", Trusts("nobody.amazonaws.com")).User("a", [Allow("iam:PutRolePolicy sts:AssumeRole")]), "iam-017"));
    }

    [Theory]
    [InlineData("iam-002", "iam:CreateAccessKey", "", "b CONDITIONAL")]
    [InlineData("iam-002", "iam:CreateAccessKey", "\"access_key_1_active\":true,\"access_key_2_active\":false", "b PROVED")]
    [InlineData("iam-002", "iam:CreateAccessKey", "\"access_key_1_active\":true,\"access_key_2_active\":true", "")]
    [InlineData("iam-003", "iam:CreateAccessKey iam:DeleteAccessKey", "\"access_key_1_active\":true,\"access_key_2_active\":true", "b PROVED")]
    [InlineData("iam-004", "iam:CreateLoginProfile", "\"password_enabled\":false,\"mfa_active\":false", "b PROVED")]
    [InlineData("iam-004", "iam:CreateLoginProfile", "\"password_enabled\":true,\"mfa_active\":false", "")]
    [InlineData("iam-006", "iam:UpdateLoginProfile", "\"password_enabled\":true,\"mfa_active\":false", "b PROVED")]
    [InlineData("iam-006", "iam:UpdateLoginProfile", "\"password_enabled\":true,\"mfa_active\":true", "b CONDITIONAL")]
    [InlineData("iam-006", "iam:UpdateLoginProfile", "\"password_enabled\":false,\"mfa_active\":false", "")]
    public void Taking_a_user_needs_a_free_slot_or_a_password(string technique, string actions, string report, string expected)
    {
        var account = new TestAccount().User("a", [Allow(actions, "arn:aws:iam::111111111111:user/b")]).User("b").User("c");
        Assert.Equal(expected.Length == 0 ? [] : [expected], Gained(report.Length == 0 ? account : account.Reported("b", report), technique));
    }

    [Fact]
    public void A_trust_policy_that_one_may_write_gives_the_role_unless_a_deny_keeps_the_caller_out()
    {
        var account = new TestAccount().Role("r", Trusts("nobody.amazonaws.com")).Role("AWSServiceRoleForX", Trusts("x.amazonaws.com"), path: "/aws-service-role/x.amazonaws.com/")
            .User("a", [Allow("iam:UpdateAssumeRolePolicy")]).User("b", [Allow("iam:UpdateAssumeRolePolicy"), Deny("sts:AssumeRole")]);
        Assert.Equal(["r PROVED"], Gained(account, "iam-012"));
        Assert.Equal(["r CONDITIONAL"], Gained(account, "iam-012", "user/b"));
    }

    [Fact]
    public void A_group_that_one_may_join_gives_what_it_has_to_users_alone()
    {
        var account = new TestAccount().Group("admins", Allow("*")).User("a", [Allow("iam:AddUserToGroup")]).Role("r", ByAccount, [Allow("iam:AddUserToGroup")]);
        Assert.Equal(["admins PROVED"], Gained(account, "iam-013"));
        Assert.Empty(Gained(account, "iam-013", "role/r"));
    }

    [Fact]
    public void An_administrator_can_be_every_user_and_role_and_needs_no_technique()
    {
        var account = new TestAccount().User("a", [Allow("*")]).User("b").Role("r", Trusts("nobody.amazonaws.com"));
        var graph = new DerivedGraph(account.Derive());
        Assert.DoesNotContain(graph.Out[account.Key("user/a")], edge => edge.To.Contains("/iam-", StringComparison.Ordinal));
        string administer = Assert.Single(graph.Out[account.Key("user/a")], edge => edge.Kind == EdgeKind.Holds).To;
        string[] given = [.. graph.Out[administer].Where(edge => edge.Kind == EdgeKind.Includes).SelectMany(edge => graph.Out[edge.To]).Where(edge => edge.Kind == EdgeKind.Yields).Select(edge => edge.To)];
        Assert.Equal([account.Key("role/r"), account.Key("user/a"), account.Key("user/b")], given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Members_have_a_technique_through_their_group_once()
    {
        var account = new TestAccount().Role("fn", TestAccount.LambdaTrust).Group("g", Allow("iam:PassRole lambda:CreateFunction lambda:InvokeFunction")).User("a", groups: ["g"]).User("limited", [Deny("lambda:*")], ["g"]);
        var graph = new DerivedGraph(account.Derive());
        Assert.Equal([account.Key("group/g")], graph.Edges.Where(edge => edge.Kind == EdgeKind.Holds && edge.To.Contains("/lambda-001:", StringComparison.Ordinal)).Select(edge => edge.From));
        Assert.Contains(graph.Hubs(account.Key("user/a"), proved: true), hub => hub.Contains("/lambda-001:", StringComparison.Ordinal));
        Assert.DoesNotContain(graph.Hubs(account.Key("user/limited"), proved: false), hub => hub.Contains("/lambda-001:", StringComparison.Ordinal));
    }
}
