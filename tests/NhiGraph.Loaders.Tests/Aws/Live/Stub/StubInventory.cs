namespace NhiGraph.Loaders.Tests.Aws.Live.Stub;

/// <summary>What runs in the stub's account: in one region functions on two pages, a machine, a task definition, a service of a cluster, a pod identity, a build project and a stack; in the other nothing.</summary>
internal static class StubInventory
{
    /// <summary>Stands where values of variables, parameters and outputs stand: nobody may keep it.</summary>
    internal const string Value = "hunter2-value-of-a-variable";

    private const string Function = """{"FunctionName":"N","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:N","Role":"arn:aws:iam::111122223333:role/resize","State":"Active","Environment":{"Variables":{"DB_PASSWORD":"V"}}}""";
    private const string Task = """{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3","family":"web","status":"ACTIVE","taskRoleArn":"arn:aws:iam::111122223333:role/resize","containerDefinitions":[{"name":"c","environment":[{"name":"TOKEN","value":"V"}],"command":["--password","V"]}]},"tags":[]}""";
    private const string Services = """{"services":[{"serviceArn":"arn:aws:ecs:eu-west-1:111122223333:service/main/web","serviceName":"web","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/main","taskDefinition":"arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3","status":"ACTIVE"}],"failures":[]}""";
    private const string Association = """{"association":{"clusterName":"blue","namespace":"shop","serviceAccount":"orders","roleArn":"arn:aws:iam::111122223333:role/idle","associationArn":"arn:aws:eks:eu-west-1:111122223333:podidentityassociation/blue/a-1","associationId":"a-1"}}""";
    private const string Project = """{"projects":[{"name":"web","arn":"arn:aws:codebuild:eu-west-1:111122223333:project/web","serviceRole":"arn:aws:iam::111122223333:role/resize","environment":{"environmentVariables":[{"name":"KEY","value":"V","type":"PLAINTEXT"}]}}],"projectsNotFound":[]}""";
    private const string Clusters = """{"clusterArns":["arn:aws:ecs:eu-west-1:111122223333:cluster/main"]}""";
    private const string Associations = """{"associations":[{"clusterName":"blue","namespace":"shop","serviceAccount":"orders","associationArn":"arn:aws:eks:eu-west-1:111122223333:podidentityassociation/blue/a-1","associationId":"a-1"}]}""";

    /// <summary>What lists nothing, where nothing is.</summary>
    private static readonly Dictionary<string, string> Empty = new()
    {
        ["lambda ListFunctions"] = "Functions", ["ecs ListTaskDefinitions"] = "taskDefinitionArns", ["ecs ListClusters"] = "clusterArns", ["eks ListClusters"] = "clusters", ["codebuild ListProjects"] = "projects",
        ["glue GetJobs"] = "Jobs", ["glue GetDevEndpoints"] = "DevEndpoints", ["sagemaker ListNotebookInstances"] = "NotebookInstances", ["sagemaker ListDomains"] = "Domains", ["states ListStateMachines"] = "stateMachines",
        ["sagemaker ListProcessingJobs"] = "ProcessingJobSummaries", ["sagemaker ListTrainingJobs"] = "TrainingJobSummaries", ["codedeploy ListApplications"] = "applications", ["batch DescribeComputeEnvironments"] = "computeEnvironments", ["batch DescribeJobQueues"] = "jobQueues",
        ["apprunner ListServices"] = "ServiceSummaryList", ["batch DescribeJobDefinitions"] = "jobDefinitions", ["rolesanywhere ListProfiles"] = "profiles",
    };

    /// <summary>What the commands of the loader's README print of the same.</summary>
    internal static string Export { get; } = string.Join('\n',
    [
        """{"Account": "111122223333", "Regions": [{"RegionName": "eu-west-1", "OptInStatus": "opt-in-not-required"}, {"RegionName": "us-east-1", "OptInStatus": "opt-in-not-required"}, {"RegionName": "me-south-1", "OptInStatus": "not-opted-in"}]}""",
        .. ((string[])["eu-west-1", "us-east-1"]).SelectMany(region => Empty.Where(list => region != "eu-west-1" || In("eu-west-1", list.Key) is null).Select(list => Beside($$"""{"{{list.Value}}": []}""", region))),
        Beside("""{"Reservations": []}""", "us-east-1"), Beside("""{"Stacks": []}""", "us-east-1"), Beside("""{"Summaries": []}"""), Beside("""{"Summaries": []}""", "us-east-1"),
        Beside($$"""{"Functions": [{{Named("resize")}}, {{Named("orders")}}]}"""),
        Beside("""{"Reservations": [{"OwnerId": "111122223333", "Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}, "Placement": {"AvailabilityZone": "eu-west-1a"}, "IamInstanceProfile": {"Arn": "arn:aws:iam::111122223333:instance-profile/web"}, "Tags": [{"Key": "team", "Value": "shop"}]}]}]}"""),
        Beside("""{"Stacks": [{"StackId": "arn:aws:cloudformation:eu-west-1:111122223333:stack/net/1", "StackName": "net", "StackStatus": "CREATE_COMPLETE", "RoleARN": "arn:aws:iam::111122223333:role/idle", "Tags": [], "CreationTime": "2024-01-01T00:00:00+00:00"}]}"""),
        .. ((string[])["ecs ListTaskDefinitions", "ecs DescribeTaskDefinition", "ecs ListClusters", "ecs DescribeServices", "eks ListClusters", "eks DescribePodIdentityAssociation", "codebuild ListProjects", "codebuild BatchGetProjects"]).Select(call => Beside(In("eu-west-1", call)!)),
        .. ((string[])["ecs ListServices", "ecs ListTasks"]).Select(call => Beside(In("eu-west-1", call)!, cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/main")), Beside(In("eu-west-1", "eks ListPodIdentityAssociations")!, cluster: "blue"),
        .. StubResources.Inventory,
    ]);

    internal static StubAnswer Answer(StubCall call)
    {
        string named = $"{call.Service} {call.Operation}";
        return named switch
        {
            "ec2 DescribeRegions" => new(200, "<DescribeRegionsResponse><requestId>r</requestId><regionInfo>" + string.Concat(((string[])["eu-west-1 opt-in-not-required", "us-east-1 opt-in-not-required", "me-south-1 not-opted-in"]).Select(region =>
                $"<item><regionName>{region.Split(' ')[0]}</regionName><regionEndpoint>x</regionEndpoint><optInStatus>{region.Split(' ')[1]}</optInStatus></item>")) + "</regionInfo></DescribeRegionsResponse>"),
            "ec2 DescribeInstances" => new(200, $"<DescribeInstancesResponse><requestId>r</requestId>{(call.Region != "eu-west-1" ? "<reservationSet/>" : "<reservationSet><item><ownerId>111122223333</ownerId><groupSet/><instancesSet><item><instanceId>i-1</instanceId><instanceState><code>16</code><name>running</name></instanceState><placement><availabilityZone>eu-west-1a</availabilityZone></placement><iamInstanceProfile><arn>arn:aws:iam::111122223333:instance-profile/web</arn></iamInstanceProfile><tagSet><item><key>team</key><value>shop</value></item></tagSet></item></instancesSet></item></reservationSet>")}</DescribeInstancesResponse>"),
            "cloudformation ListStackSets" => StubAnswer.Xml(call.Operation, "<Summaries/>"),
            "cloudformation DescribeStacks" => StubAnswer.Xml(call.Operation, call.Region != "eu-west-1" ? "<Stacks/>" : $"<Stacks><member><StackId>arn:aws:cloudformation:eu-west-1:111122223333:stack/net/1</StackId><StackName>net</StackName><StackStatus>CREATE_COMPLETE</StackStatus><RoleARN>arn:aws:iam::111122223333:role/idle</RoleARN><CreationTime>2024-01-01T00:00:00Z</CreationTime><Parameters><member><ParameterKey>Password</ParameterKey><ParameterValue>{Value}</ParameterValue></member></Parameters><Outputs><member><OutputKey>o</OutputKey><OutputValue>{Value}</OutputValue></member></Outputs><Tags/></member></Stacks>"),
            "lambda ListFunctions" when call.Region == "eu-west-1" => new(200, call.Page is null ? $$"""{"Functions":[{{Named("resize")}}],"NextMarker":"functions-2"}""" : $$"""{"Functions":[{{Named("orders")}}]}"""),
            _ => StubResources.Answer(call) is { } resource ? resource : In(call.Region, named) is { } body ? new(200, body.Replace("\"V\"", $"\"{Value}\"", StringComparison.Ordinal))
                : Empty.TryGetValue(named, out string? list) ? new(200, $$"""{"{{list}}":[]}""")
                : StubAnswer.Error(call.Service, 400, "InvalidAction", call.Operation),
        };
    }

    private static string? In(string region, string call) => region != "eu-west-1" ? null : call switch
    {
        "lambda ListFunctions" => "",
        "ecs ListTaskDefinitions" => """{"taskDefinitionArns":["arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3"]}""",
        "ecs DescribeTaskDefinition" => Task,
        "ecs ListClusters" => Clusters,
        "ecs ListServices" => """{"serviceArns":["arn:aws:ecs:eu-west-1:111122223333:service/main/web"]}""",
        "ecs DescribeServices" => Services,
        "ecs ListTasks" => """{"taskArns":[]}""",
        "eks ListClusters" => """{"clusters":["blue"]}""",
        "eks ListPodIdentityAssociations" => Associations,
        "eks DescribePodIdentityAssociation" => Association,
        "codebuild ListProjects" => """{"projects":["web"]}""",
        "codebuild BatchGetProjects" => Project,
        _ => null,
    };

    private static string Named(string function) => Function.Replace("N\"", function + "\"", StringComparison.Ordinal).Replace("\"V\"", $"\"{Value}\"", StringComparison.Ordinal);

    internal static string Beside(string document, string region = "eu-west-1", string? cluster = null) => $"{document[..^1]}, \"Account\": \"111122223333\", \"Region\": \"{region}\"{(cluster is null ? "" : $", \"Cluster\": \"{cluster}\"")}}}";
}
