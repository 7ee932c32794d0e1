namespace NhiGraph.Loaders.Tests.Aws.Live.Stub;

/// <summary>
/// Resources of the stub's account that have a say of their own, some with and some without: buckets on two pages, of which one is in another region than the listing tells, keys on two pages, queues, a topic, secrets, functions, repositories and tables;
/// and its identity providers.
/// </summary>
internal static class StubResources
{
    private const string Account = "111122223333";
    private const string Key = "arn:aws:kms:eu-west-1:111122223333:key/k-1";

    /// <summary>What says something: who asks, the document of the AWS CLI, what stands beside it.</summary>
    private static readonly (string Call, string Document, string Beside)[] Said =
    [
        ("s3 GetBucketPolicy acme-lake", $$"""{"Policy": {{Quoted(Policy("s3:GetObject", "arn:aws:s3:::acme-lake/*"))}}}""", Of("arn:aws:s3:::acme-lake")),
        ("s3 GetPublicAccessBlock acme-lake", """{"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": false, "RestrictPublicBuckets": true}}""", Of("arn:aws:s3:::acme-lake")),
        ("s3 GetBucketEncryption acme-lake", $$$"""{"ServerSideEncryptionConfiguration": {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "{{{Key}}}"}, "BucketKeyEnabled": true}]}}""", Of("arn:aws:s3:::acme-lake")),
        ("s3 GetBucketPolicy acme-logs", """{"NoPolicy": true}""", Of("arn:aws:s3:::acme-logs")),
        ("s3 GetPublicAccessBlock acme-logs", """{"PublicAccessBlockConfiguration": {}}""", Of("arn:aws:s3:::acme-logs")),
        ("s3 GetBucketEncryption acme-logs", """{"ServerSideEncryptionConfiguration": {}}""", Of("arn:aws:s3:::acme-logs")),
        ("s3control GetPublicAccessBlock", """{"PublicAccessBlockConfiguration": {"BlockPublicAcls": false, "IgnorePublicAcls": false, "BlockPublicPolicy": false, "RestrictPublicBuckets": false}}""", $"\"AccountId\": \"{Account}\""),
        ("kms GetKeyPolicy " + Key, $$"""{"Policy": {{Quoted(Policy("kms:*", "*"))}}, "PolicyName": "default"}""", Of(Key)),
        ("kms GetKeyPolicy arn:aws:kms:eu-west-1:111122223333:key/k-2", $$"""{"Policy": {{Quoted(Policy("kms:Decrypt", "*"))}}, "PolicyName": "default"}""", Of("arn:aws:kms:eu-west-1:111122223333:key/k-2")),
        ("sqs GetQueueAttributes https://sqs.eu-west-1.amazonaws.com/111122223333/orders", $$$"""{"Attributes": {"QueueArn": "arn:aws:sqs:eu-west-1:111122223333:orders", "Policy": {{{Quoted(Policy("sqs:SendMessage", "*"))}}}}}""", ""),
        ("sqs GetQueueAttributes https://sqs.eu-west-1.amazonaws.com/111122223333/idle", """{"Attributes": {"QueueArn": "arn:aws:sqs:eu-west-1:111122223333:idle"}}""", ""),
        ("sns GetTopicAttributes arn:aws:sns:eu-west-1:111122223333:alerts", $$$"""{"Attributes": {"TopicArn": "arn:aws:sns:eu-west-1:111122223333:alerts", "Policy": {{{Quoted(Policy("SNS:Publish", "*"))}}}, "DisplayName": "d"}}""", ""),
        ("secretsmanager GetResourcePolicy arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf", $$"""{"ARN": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf", "Name": "db", "ResourcePolicy": {{Quoted(Policy("secretsmanager:GetSecretValue", "*"))}}}""", ""),
        ("secretsmanager GetResourcePolicy arn:aws:secretsmanager:eu-west-1:111122223333:secret:own-AbCdEf", """{"ARN": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:own-AbCdEf", "Name": "own"}""", ""),
        ("lambda GetPolicy resize", $$"""{"Policy": {{Quoted(Policy("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:resize"))}}, "RevisionId": "1"}""", Of("arn:aws:lambda:eu-west-1:111122223333:function:resize")),
        ("lambda GetPolicy orders", """{"NoPolicy": true}""", Of("arn:aws:lambda:eu-west-1:111122223333:function:orders")),
        ("ecr GetRepositoryPolicy team/app", $$"""{"registryId": "111122223333", "repositoryName": "team/app", "policyText": {{Quoted(Policy("ecr:BatchGetImage", null))}}}""", Of("arn:aws:ecr:eu-west-1:111122223333:repository/team/app")),
        ("ecr GetRepositoryPolicy plain", """{"NoPolicy": true}""", Of("arn:aws:ecr:us-east-1:111122223333:repository/plain")),
        ("dynamodb GetResourcePolicy arn:aws:dynamodb:eu-west-1:111122223333:table/events", $$"""{"Policy": {{Quoted(Policy("dynamodb:GetItem", "*"))}}, "RevisionId": "1"}""", Of("arn:aws:dynamodb:eu-west-1:111122223333:table/events")),
        ("dynamodb GetResourcePolicy arn:aws:dynamodb:us-east-1:111122223333:table/idle", """{"NoPolicy": true}""", Of("arn:aws:dynamodb:us-east-1:111122223333:table/idle")),
    ];

    /// <summary>What lists them, and where; the second page under its name.</summary>
    private static readonly Dictionary<string, string> Listed = new()
    {
        ["kms ListKeys eu-west-1"] = $$"""{"Keys":[{"KeyId":"k-1","KeyArn":"{{Key}}"}],"Truncated":true,"NextMarker":"kms-2"}""",
        ["kms ListKeys eu-west-1 kms-2"] = """{"Keys":[{"KeyId":"k-2","KeyArn":"arn:aws:kms:eu-west-1:111122223333:key/k-2"}],"Truncated":false}""",
        ["kms ListKeys us-east-1"] = """{"Keys":[]}""",
        ["sqs ListQueues eu-west-1"] = """{"QueueUrls":["https://sqs.eu-west-1.amazonaws.com/111122223333/orders","https://sqs.eu-west-1.amazonaws.com/111122223333/idle"]}""",
        ["sqs ListQueues us-east-1"] = "{}",
        ["secretsmanager ListSecrets eu-west-1"] = """{"SecretList":[{"ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf","Name":"db","LastRotatedDate":1735689600},{"ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:own-AbCdEf","Name":"own"}]}""",
        ["secretsmanager ListSecrets us-east-1"] = """{"SecretList":[]}""",
        ["ecr DescribeRepositories eu-west-1"] = """{"repositories":[{"repositoryArn":"arn:aws:ecr:eu-west-1:111122223333:repository/team/app","registryId":"111122223333","repositoryName":"team/app"}]}""",
        ["ecr DescribeRepositories us-east-1"] = """{"repositories":[{"repositoryArn":"arn:aws:ecr:us-east-1:111122223333:repository/plain","registryId":"111122223333","repositoryName":"plain"}]}""",
        ["dynamodb ListTables eu-west-1"] = """{"TableNames":["events"]}""",
        ["dynamodb ListTables us-east-1"] = """{"TableNames":["idle"]}""",
    };

    /// <summary>What the commands of the loader's README print of the listings.</summary>
    internal static IEnumerable<string> Inventory =>
    [
        """{"Buckets": [{"Name": "acme-lake", "CreationDate": "2024-01-01T00:00:00+00:00"}, {"Name": "acme-logs", "CreationDate": "2024-01-01T00:00:00+00:00"}], "Account": "111122223333"}""",
        .. Listed.Where(list => list.Value != "{}" && list.Key is not ("kms ListKeys eu-west-1" or "kms ListKeys eu-west-1 kms-2")).Select(list => StubInventory.Beside(list.Value, list.Key.Split(' ')[2])),
        StubInventory.Beside($$"""{"Keys": [{"KeyId": "k-1", "KeyArn": "{{Key}}"}, {"KeyId": "k-2", "KeyArn": "arn:aws:kms:eu-west-1:111122223333:key/k-2"}]}"""),
        StubInventory.Beside("""{"QueueUrls": []}""", "us-east-1"),
        StubInventory.Beside("""{"Topics": [{"TopicArn": "arn:aws:sns:eu-west-1:111122223333:alerts"}]}"""), StubInventory.Beside("""{"Topics": []}""", "us-east-1"),
        """{"OpenIDConnectProviderList": [{"Arn": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}], "Account": "111122223333"}""",
        """{"Url": "token.actions.githubusercontent.com", "ClientIDList": ["sts.amazonaws.com"], "ThumbprintList": [], "CreateDate": "2024-01-01T00:00:00+00:00", "Tags": [], "Account": "111122223333"}""",
        """{"ServerCertificateMetadataList": [{"Path": "/", "ServerCertificateName": "shop", "ServerCertificateId": "ASCASHOP", "Arn": "arn:aws:iam::111122223333:server-certificate/shop", "UploadDate": "2024-01-01T00:00:00+00:00", "Expiration": "2025-01-01T00:00:00+00:00"}], "Account": "111122223333"}""",
        """{"SAMLProviderList": [{"Arn": "arn:aws:iam::111122223333:saml-provider/okta", "ValidUntil": "2030-01-01T00:00:00+00:00", "CreateDate": "2024-01-01T00:00:00+00:00"}], "Account": "111122223333"}""",
    ];

    /// <summary>What the commands print of the resources themselves.</summary>
    internal static string Policies => string.Join('\n', Said.Select(said => said.Beside.Length == 0 ? said.Document : $"{said.Document[..^1]}, {said.Beside}}}"));

    /// <summary>Null where the call is for none of them.</summary>
    internal static StubAnswer? Answer(StubCall call) => call.Operation switch
    {
        "ListBuckets" => StubAnswer.Element("ListAllMyBucketsResult", call.Page is null
            ? "<Owner><ID>o</ID></Owner><Buckets><Bucket><Name>acme-lake</Name><CreationDate>2024-01-01T00:00:00Z</CreationDate><BucketRegion>eu-west-1</BucketRegion></Bucket></Buckets><ContinuationToken>buckets-2</ContinuationToken>"
            : "<Owner><ID>o</ID></Owner><Buckets><Bucket><Name>acme-logs</Name><CreationDate>2024-01-01T00:00:00Z</CreationDate></Bucket></Buckets>"),
        "ListTopics" => StubAnswer.Xml(call.Operation, call.Region == "eu-west-1" ? "<Topics><member><TopicArn>arn:aws:sns:eu-west-1:111122223333:alerts</TopicArn></member></Topics>" : "<Topics/>"),
        "ListOpenIDConnectProviders" => StubAnswer.Xml(call.Operation, "<OpenIDConnectProviderList><member><Arn>arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com</Arn></member></OpenIDConnectProviderList>"),
        "GetOpenIDConnectProvider" => StubAnswer.Xml(call.Operation, "<Url>token.actions.githubusercontent.com</Url><ClientIDList><member>sts.amazonaws.com</member></ClientIDList><ThumbprintList/><CreateDate>2024-01-01T00:00:00Z</CreateDate><Tags/>"),
        "ListServerCertificates" => StubAnswer.Xml(call.Operation, "<ServerCertificateMetadataList><member><Path>/</Path><ServerCertificateName>shop</ServerCertificateName><ServerCertificateId>ASCASHOP</ServerCertificateId><Arn>arn:aws:iam::111122223333:server-certificate/shop</Arn><UploadDate>2024-01-01T00:00:00Z</UploadDate><Expiration>2025-01-01T00:00:00Z</Expiration></member></ServerCertificateMetadataList><IsTruncated>false</IsTruncated>"),
        "ListSAMLProviders" => StubAnswer.Xml(call.Operation, "<SAMLProviderList><member><Arn>arn:aws:iam::111122223333:saml-provider/okta</Arn><ValidUntil>2030-01-01T00:00:00Z</ValidUntil><CreateDate>2024-01-01T00:00:00Z</CreateDate></member></SAMLProviderList>"),
        _ when Listed.TryGetValue($"{call.Service} {call.Operation} {call.Region}{(call.Page is null ? "" : " " + call.Page)}", out string? list) => StubAnswer.Json(list),
        // S3 sends whoever asks in another region to the bucket's own.
        _ when call is { Service: "s3", Region: not "us-east-1" } && call.Of("Bucket") == "acme-logs" => StubAnswer.Error(call.Service, 301, "PermanentRedirect") with { Headers = [("x-amz-bucket-region", "us-east-1")] },
        _ => Said.FirstOrDefault(said => said.Call == Asked(call)) is { Call: not null } said ? Answer(call, said.Document) : null,
    };

    private static string Asked(StubCall call) => string.Join(' ', ((string?[])[call.Service, call.Operation, .. ((string[])["Bucket", "KeyId", "QueueUrl", "TopicArn", "SecretId", "FunctionName", "repositoryName", "ResourceArn"]).Select(call.Of)]).OfType<string>()).Replace(call.Account, Account, StringComparison.Ordinal);

    private static StubAnswer Answer(StubCall call, string document) => (call.Service, call.Operation) switch
    {
        ("s3", "GetBucketPolicy") when document.Contains("NoPolicy", StringComparison.Ordinal) => StubAnswer.Error("s3", 404, "NoSuchBucketPolicy"),
        ("s3", "GetBucketPolicy") => new(200, Policy("s3:GetObject", "arn:aws:s3:::acme-lake/*")),
        ("s3", "GetPublicAccessBlock") when call.Of("Bucket") == "acme-logs" => StubAnswer.Error("s3", 404, "NoSuchPublicAccessBlockConfiguration"),
        ("s3", "GetBucketEncryption") when call.Of("Bucket") == "acme-logs" => StubAnswer.Error("s3", 404, "ServerSideEncryptionConfigurationNotFoundError"),
        ("s3", "GetBucketEncryption") => StubAnswer.Element("ServerSideEncryptionConfiguration", $"<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>{Key}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule>"),
        ("s3", _) => StubAnswer.Element("PublicAccessBlockConfiguration", "<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>"),
        ("s3control", _) => StubAnswer.Element("PublicAccessBlockConfiguration", "<BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets>"),
        ("sns", _) => StubAnswer.Xml(call.Operation, $"<Attributes><entry><key>Policy</key><value>{Policy("SNS:Publish", "*").Replace("\"", "&quot;", StringComparison.Ordinal)}</value></entry><entry><key>TopicArn</key><value>arn:aws:sns:eu-west-1:111122223333:alerts</value></entry><entry><key>DisplayName</key><value>d</value></entry></Attributes>"),
        _ when document.Contains("NoPolicy", StringComparison.Ordinal) => StubAnswer.Error(call.Service, 404, call.Service switch { "lambda" => "ResourceNotFoundException", "ecr" => "RepositoryPolicyNotFoundException", _ => "PolicyNotFoundException" }),
        _ => StubAnswer.Json(document),
    };

    private static string Policy(string action, string? resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Sid":"S","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/resize"},"Action":"{{action}}"{{(resource is null ? "" : $",\"Resource\":\"{resource}\"")}}}]}""";

    private static string Of(string arn) => $"\"ResourceArn\": \"{arn}\", \"AccountId\": \"{Account}\"";

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
