using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>A real account that was built to be attacked; what is expected here was read in its file by hand. Skipped where the shared data folder is not there.</summary>
public class IamVulnerableTests
{
    private static readonly string Export = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "aws", "iam-vulnerable.authorization-details.json"));
    private const string Iam = "aws:arn:aws:iam::200611803367:";

    [Theory]
    [InlineData("user/privesc4-CreateAccessKey-user", Capability.CreateCredential, "user/fn4-exploitableNotAction-user", true, true)]
    [InlineData("user/privesc10-PutUserPolicy-user", Capability.GrantAccess, "user/privesc4-CreateAccessKey-user", true, true)]
    [InlineData("user/fn4-exploitableNotAction-user", Capability.GrantAccess, "role/privesc-high-priv-service-role", true, true)]
    [InlineData("user/fp1-allow-and-deny-user", Capability.GrantAccess, "policy/fp1-allow-and-deny", false, false)]
    [InlineData("user/fp2-allow-and-deny-multiple-policies-user", Capability.GrantAccess, "policy/fp1-allow-and-deny", false, false)]
    [InlineData("user/privesc4-CreateAccessKey-user", Capability.GrantAccess, "user/privesc4-CreateAccessKey-user", false, false)]
    public async Task Rights_are_what_the_file_says(string principal, Capability capability, string resource, bool proved, bool possible)
    {
        DerivedGraph graph = new(await DeriveAsync());
        Assert.Equal((proved, possible), (graph.Has(Iam + principal, capability, Iam + resource, proved: true), graph.Has(Iam + principal, capability, Iam + resource, proved: false)));
    }

    [Fact]
    public async Task Roles_are_taken_as_the_file_says()
    {
        DerivedGraph graph = new(await DeriveAsync());
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.CanAssume, Iam + "role/privesc-AssumeRole-starting-role", Iam + "role/privesc-AssumeRole-intermediate-role")!.Certainty);
        Assert.Equal([Iam + "role/privesc-high-priv-service-role"], graph.Edges.Where(edge => edge.Technique == "lambda-001").Select(edge => edge.To));
        GraphEdge[] holds = [.. graph.Edges.Where(edge => edge.Kind == EdgeKind.Holds && edge.To.Contains("/lambda-001:") && edge.From.Contains(":user/"))];
        Assert.Equal(["fn4-exploitableNotAction-user PROVED", "privesc15-PassExistingRoleToNewLambdaThenInvoke-user PROVED", "privesc16-PassRoleToNewLambdaThenTriggerWithNewDynamo-user CONDITIONAL"],
            holds.Select(edge => $"{edge.From[(edge.From.LastIndexOf('/') + 1)..]} {edge.Certainty.Text()}").Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Who can become an administrator, and by which technique first: <c>direct</c> by its own or its group's policies, <c>trust</c> through a role that lets it in. Nobody else can: among those that seem to, fp1 and fp2 are denied all of it, fp3 holds nothing,
    /// fp4 may change policies of AWS alone, fp5 only with a session from before 2020; privesc2 finds no policy with another version, privesc9-user and privesc12-user no role that lets them in,
    /// and the roles of privesc7, 8, 10, 11 and 13 no user that they can be.
    /// </summary>
    private const string Administrators = """
        possible 012345678901:role/OverprivilegedEC2 iam-002
        PROVED 012345678901:user/obama direct
        PROVED 012345678901:user/userwithlotsofpermissions direct
        PROVED role/AWS-QuickSetup-StackSet-Local-AdministrationRole trust
        PROVED role/AWS-QuickSetup-StackSet-Local-ExecutionRole direct
        PROVED role/OrganizationAccountAccessRole direct
        PROVED role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_dc6414f7f2ab04fc direct
        possible role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM ssm-002
        PROVED role/fn1-privesc3-partial-role ec2-001
        PROVED role/fn2-exploitableResourceConstraint-role iam-001
        PROVED role/fn3-exploitableConditionConstraint-role iam-001
        PROVED role/fn4-exploitableNotAction-role iam-005
        PROVED role/privesc-AssumeRole-ending-role direct
        PROVED role/privesc-AssumeRole-intermediate-role trust
        PROVED role/privesc-AssumeRole-starting-role trust
        possible role/privesc-CloudFormationUpdateStack-role cloudformation-002
        PROVED role/privesc-codeBuildCreateProjectPassRole-role codebuild-001
        possible role/privesc-ec2InstanceConnect-role ec2instanceconnect-003
        PROVED role/privesc-high-priv-service-role direct
        PROVED role/privesc-sageMakerCreateNotebookPassRole-role sagemaker-001
        possible role/privesc-sageMakerCreatePresignedNotebookURL-role sagemaker-004
        PROVED role/privesc-sageMakerCreateProcessingJobPassRole-role sagemaker-003
        PROVED role/privesc-sageMakerCreateTrainingJobPassRole-role sagemaker-002
        PROVED role/privesc-sre-role iam-001
        possible role/privesc-ssmSendCommand-role ssm-002
        possible role/privesc-ssmStartSession-role ssm-001
        PROVED role/privesc1-CreateNewPolicyVersion-role iam-001
        PROVED role/privesc12-PutRolePolicy-role iam-005
        PROVED role/privesc14-UpdatingAssumeRolePolicy-role iam-012
        PROVED role/privesc15-PassExistingRoleToNewLambdaThenInvoke-role lambda-001
        possible role/privesc16-PassRoleToNewLambdaThenTriggerWithNewDynamo-role lambda-001
        possible role/privesc17-EditExistingLambdaFunctionWithRole-role lambda-003
        PROVED role/privesc18-PassExistingRoleToNewGlueDevEndpoint-role glue-001
        possible role/privesc19-UpdateExistingGlueDevEndpoint-role glue-002
        PROVED role/privesc20-PassExistingRoleToCloudFormation-role cloudformation-001
        PROVED role/privesc21-PassExistingRoleToNewDataPipeline-role datapipeline-001
        PROVED role/privesc3-CreateEC2WithExistingInstanceProfile-role ec2-001
        possible role/privesc4-CreateAccessKey-role iam-002
        possible role/privesc5-CreateLoginProfile-role iam-004
        possible role/privesc6-UpdateLoginProfile-role iam-006
        PROVED role/privesc9-AttachRolePolicy-role iam-009
        PROVED role/stacksets-exec-b5520cb2730c2f54b523d6375a319abb direct
        PROVED user/fn1-privesc3-partial-user ec2-001
        PROVED user/fn2-exploitableResourceConstraint-user iam-001
        possible user/fn3-exploitableConditionConstraint-user iam-001
        PROVED user/fn4-exploitableNotAction-user iam-007
        possible user/privesc-CloudFormationUpdateStack-user cloudformation-002
        PROVED user/privesc-codeBuildCreateProjectPassRole-user codebuild-001
        possible user/privesc-ec2InstanceConnect-user ec2instanceconnect-003
        PROVED user/privesc-sageMakerCreateNotebookPassRole-user sagemaker-001
        possible user/privesc-sageMakerCreatePresignedNotebookURL-user sagemaker-004
        PROVED user/privesc-sageMakerCreateProcessingJobPassRole-user sagemaker-003
        PROVED user/privesc-sageMakerCreateTrainingJobPassRole-user sagemaker-002
        PROVED user/privesc-sre-user iam-001
        possible user/privesc-ssmSendCommand-user ssm-002
        possible user/privesc-ssmStartSession-user ssm-001
        PROVED user/privesc1-CreateNewPolicyVersion-user iam-001
        PROVED user/privesc10-PutUserPolicy-user iam-007
        PROVED user/privesc11-PutGroupPolicy-user iam-011
        PROVED user/privesc13-AddUserToGroup-user iam-013
        PROVED user/privesc14-UpdatingAssumeRolePolicy-user iam-012
        PROVED user/privesc15-PassExistingRoleToNewLambdaThenInvoke-user lambda-001
        possible user/privesc16-PassRoleToNewLambdaThenTriggerWithNewDynamo-user lambda-001
        possible user/privesc17-EditExistingLambdaFunctionWithRole-user lambda-003
        PROVED user/privesc18-PassExistingRoleToNewGlueDevEndpoint-user glue-001
        possible user/privesc19-UpdateExistingGlueDevEndpoint-user glue-002
        PROVED user/privesc20-PassExistingRoleToCloudFormation-user cloudformation-001
        PROVED user/privesc21-PassExistingRoleToNewDataPipeline-user datapipeline-001
        PROVED user/privesc3-CreateEC2WithExistingInstanceProfile-user ec2-001
        possible user/privesc4-CreateAccessKey-user iam-002
        possible user/privesc5-CreateLoginProfile-user iam-004
        possible user/privesc6-UpdateLoginProfile-user iam-006
        PROVED user/privesc7-AttachUserPolicy-user iam-008
        PROVED user/privesc8-AttachGroupPolicy-user iam-010
        """;

    [Fact]
    public async Task Who_can_become_administrator_is_who_the_file_says()
    {
        DerivedGraph graph = new(await DeriveAsync());
        long at = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string key in graph.Edges.SelectMany(edge => new[] { edge.From, edge.To }).Where(key => key.StartsWith("aws:arn:aws:iam::", StringComparison.Ordinal) && (key.Contains(":user/") || key.Contains(":role/")) && !key.Contains('#')).Distinct())
        {
            ImmutableArray<GraphEdge>? proved = graph.WayToAdministrator(key, proved: true, at);
            if ((proved ?? graph.WayToAdministrator(key, proved: false, at)) is { } way)
            {
                string by = way.Select(edge => edge.Technique).FirstOrDefault(technique => technique is not null) ?? (way.Any(edge => edge.Kind == EdgeKind.CanAssume) ? "trust" : "direct");
                string name = key.Replace(Iam, "", StringComparison.Ordinal).Replace("aws:arn:aws:iam::", "", StringComparison.Ordinal);
                found.Add(name, $"{(proved is null ? "possible" : "PROVED")} {name} {by}");
            }
        }

        Assert.Equal(Administrators.ReplaceLineEndings("\n"), string.Join('\n', found.Values));
    }

    [Fact]
    public async Task Every_edge_joins_asserted_nodes_of_kinds_that_it_may_join()
    {
        foreach (DerivedScope scope in await DeriveAsync())
        {
            var kinds = scope.Assertions.GroupBy(a => a.Node.Key).ToDictionary(group => group.Key, group => NodeMerge.Merge(group).Kinds);
            Assert.All(kinds, pair => Assert.True(Vocabulary.MayShareNode(pair.Value), pair.Key));
            Assert.All(scope.Edges, edge => Assert.True(kinds.ContainsKey(edge.Edge.From) && kinds.ContainsKey(edge.Edge.To) && Vocabulary.MayJoin(edge.Edge.Kind, kinds[edge.Edge.From], kinds[edge.Edge.To]), GraphText.Line(edge.Edge)));
            Assert.All(scope.Edges, edge => Assert.NotEmpty(edge.Alternatives));
        }
    }

    private static async Task<DerivedScope[]> DeriveAsync()
    {
        Assert.SkipUnless(File.Exists(Export), "the shared data folder is not there");
        SourceReading reading = await AwsExport.ReadAsync(new([ExportFile.OnDisk(Export)], [], [], []), TestContext.Current.CancellationToken);
        Provider provider = AwsProvider.Create();
        return [.. reading.Datasets.GroupBy(dataset => dataset.Scope).Select(scope => provider.Derive(new(scope.Key, [.. scope.SelectMany(dataset => dataset.Facts)], ImmutableSortedDictionary<(string, string), DatasetState>.Empty)))];
    }
}
