using System.Globalization;
using System.Text;

namespace NhiGraph.Loaders.Tests.Aws.Live.Stub;

/// <summary>
/// An account as its API answers it, page by page, and (<see cref="Export"/>) as the AWS CLI prints the same: three users, of whom one has two keys on two pages, a group, two roles, a policy, one of AWS that is only a boundary, tagged resources in two regions,
/// an organisation of a root, a unit and two accounts.
/// </summary>
internal static class StubAccount
{
    internal const string Id = "111122223333";
    internal const string Management = "999988887777";

    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    private const string Read = """{"Version":"2012-10-17","Statement":[{"Sid":"R","Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::acme+lake/*"}]}""";
    private const string Guard = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private const string Power = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["iam:*"],"Resource":"*"}]}""";
    private const string Bound = "\"PermissionsBoundary\": {\"PermissionsBoundaryType\": \"Policy\", \"PermissionsBoundaryArn\": \"arn:aws:iam::aws:policy/PowerUserAccess\"}, ";
    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private static readonly string[] Users = ["ann", "backup", "ci"];

    internal static StubAnswer Answer(StubCall call)
    {
        StubAnswer answer = call.Operation switch
        {
            "GetCallerIdentity" => StubAnswer.Xml(call.Operation, $"<Arn>arn:aws:sts::{call.Account}:assumed-role/nhigraph/nhigraph</Arn><UserId>AROAX:nhigraph</UserId><Account>{call.Account}</Account>"),
            "AssumeRole" => Assumed(call),
            "GetAccountAuthorizationDetails" => Details(call),
            "GetPolicy" when call.Service == "iam" => StubAnswer.Xml(call.Operation, $"<Policy><PolicyName>PowerUserAccess</PolicyName><PolicyId>ANPAPOWER</PolicyId><Arn>{call.Of("PolicyArn")}</Arn><Path>/</Path><DefaultVersionId>v6</DefaultVersionId><AttachmentCount>0</AttachmentCount><IsAttachable>true</IsAttachable>{Made}</Policy>"),
            "GetPolicyVersion" => StubAnswer.Xml(call.Operation, $"<PolicyVersion><Document>{Encoded(Power)}</Document><VersionId>{call.Of("VersionId")}</VersionId><IsDefaultVersion>true</IsDefaultVersion>{Made}</PolicyVersion>"),
            "GenerateCredentialReport" => StubAnswer.Xml(call.Operation, "<State>STARTED</State>"),
            "GetCredentialReport" => StubAnswer.Xml(call.Operation, $"<Content>{Report(call.Account)}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-01-31T08:00:00Z</GeneratedTime>"),
            "ListAccessKeys" => Keys(call),
            "ListSSHPublicKeys" => StubAnswer.Xml(call.Operation, call.Of("UserName") == "ann"
                ? $"<SSHPublicKeys>{Member($"<UserName>ann</UserName><SSHPublicKeyId>APKAANNEXAMPLE111111</SSHPublicKeyId><Status>Active</Status><UploadDate>2024-01-01T00:00:00Z</UploadDate>")}</SSHPublicKeys><IsTruncated>false</IsTruncated>"
                : "<SSHPublicKeys/><IsTruncated>false</IsTruncated>"),
            "ListServiceSpecificCredentials" => StubAnswer.Xml(call.Operation, "<ServiceSpecificCredentials/><IsTruncated>false</IsTruncated>"),
            "ListSigningCertificates" => StubAnswer.Xml(call.Operation, "<Certificates/><IsTruncated>false</IsTruncated>"),
            "ListMFADevices" => StubAnswer.Xml(call.Operation, call.Of("UserName") == "ann"
                ? $"<MFADevices>{Member("<UserName>ann</UserName><SerialNumber>GAHT12345678</SerialNumber><EnableDate>2024-01-01T00:00:00Z</EnableDate>")}</MFADevices><IsTruncated>false</IsTruncated>"
                : "<MFADevices/><IsTruncated>false</IsTruncated>"),
            "ListVirtualMFADevices" => StubAnswer.Xml(call.Operation, $"<VirtualMFADevices>{Member("<SerialNumber>arn:aws:iam::111122223333:mfa/root-account-mfa-device</SerialNumber><EnableDate>2020-01-01T00:00:00Z</EnableDate><User><Path>/</Path><UserId>111122223333</UserId><Arn>arn:aws:iam::111122223333:root</Arn></User>")}</VirtualMFADevices><IsTruncated>false</IsTruncated>"),
            "GetResources" => StubAnswer.Json(call.Region == "eu-west-1" && call.Page is null
                ? """{"PaginationToken":"eu-2","ResourceTagMappingList":[{"ResourceARN":"arn:aws:s3:::acme-lake","Tags":[{"Key":"owner","Value":"data"}]}]}"""
                : $$"""{"PaginationToken":"","ResourceTagMappingList":[{"ResourceARN":"arn:aws:sqs:{{call.Region}}:111122223333:orders","Tags":[{"Key":"team","Value":"shop"}]}]}"""),
            "DescribeOrganization" => StubAnswer.Json($$$"""{"Organization":{"Id":"o-abc","MasterAccountId":"{{{Management}}}","FeatureSet":"ALL"}}"""),
            "ListRoots" => StubAnswer.Json("""{"Roots":[{"Id":"r-1","Name":"Root","PolicyTypes":[{"Type":"SERVICE_CONTROL_POLICY","Status":"ENABLED"}]}]}"""),
            "ListChildren" => StubAnswer.Json(Children(call)),
            "ListPolicies" => StubAnswer.Json("""{"Policies":[{"Id":"p-full","Name":"FullAWSAccess","Type":"SERVICE_CONTROL_POLICY","AwsManaged":true}]}"""),
            "DescribePolicy" => StubAnswer.Json($$$"""{"Policy":{"PolicySummary":{"Id":"p-full","Name":"FullAWSAccess","Type":"SERVICE_CONTROL_POLICY"},"Content":{{{Quoted(Guard)}}}}}"""),
            "ListTargetsForPolicy" => StubAnswer.Json(call.Page is null
                ? """{"Targets":[{"TargetId":"r-1","Type":"ROOT"},{"TargetId":"ou-1","Type":"ORGANIZATIONAL_UNIT"}],"NextToken":"targets-2"}"""
                : """{"Targets":[{"TargetId":"111122223333","Type":"ACCOUNT"},{"TargetId":"999988887777","Type":"ACCOUNT"}]}"""),
            _ => StubInventory.Answer(call),
        };
        return call.Account == Id || call.Service == "organizations" ? answer : answer with { Body = answer.Body.Replace(Id, call.Account, StringComparison.Ordinal) };
    }

    /// <summary>Of each option of <c>nhigraph load aws</c> what the AWS CLI prints of this account.</summary>
    internal static IReadOnlyDictionary<string, string> Export { get; } = new Dictionary<string, string>
    {
        ["authorization-details"] = $$$"""
            {"UserDetailList": [{{{string.Join(',', Users.Select(UserJson))}}}],
             "GroupDetailList": [{"Path": "/", "GroupName": "ops", "GroupId": "AGPAOPS", "Arn": "arn:aws:iam::111122223333:group/ops", "CreateDate": "2024-01-01T00:00:00+00:00", "GroupPolicyList": [{"PolicyName": "read", "PolicyDocument": {{{Read}}}}], "AttachedManagedPolicies": []}],
             "RoleDetailList": [{"Path": "/", "RoleName": "resize", "RoleId": "AROARESIZE", "Arn": "arn:aws:iam::111122223333:role/resize", "CreateDate": "2024-01-01T00:00:00+00:00", "AssumeRolePolicyDocument": {{{Trust}}}, "InstanceProfileList": [], "RolePolicyList": [],
               "AttachedManagedPolicies": [{"PolicyName": "shared", "PolicyArn": "arn:aws:iam::111122223333:policy/shared"}], "Tags": [], "RoleLastUsed": {"LastUsedDate": "2026-01-30T00:00:00+00:00", "Region": "eu-west-1"}},
              {"Path": "/", "RoleName": "idle", "RoleId": "AROAIDLE", "Arn": "arn:aws:iam::111122223333:role/idle", "CreateDate": "2024-01-01T00:00:00+00:00", "AssumeRolePolicyDocument": {{{Trust}}}, "InstanceProfileList": [], "RolePolicyList": [], "AttachedManagedPolicies": [],
               "PermissionsBoundary": {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/shared"}, "Tags": [], "RoleLastUsed": {}}],
             "Policies": [{"PolicyName": "shared", "PolicyId": "ANPASHARED", "Arn": "arn:aws:iam::111122223333:policy/shared", "Path": "/", "DefaultVersionId": "v2", "AttachmentCount": 1, "IsAttachable": true, "CreateDate": "2024-01-01T00:00:00+00:00", "UpdateDate": "2024-01-02T00:00:00+00:00",
               "PolicyVersionList": [{"Document": {{{Guard}}}, "VersionId": "v2", "IsDefaultVersion": true, "CreateDate": "2024-01-02T00:00:00+00:00"}, {"Document": {{{Read}}}, "VersionId": "v1", "IsDefaultVersion": false, "CreateDate": "2024-01-01T00:00:00+00:00"}]}]}
            {"Policies": [{"PolicyName": "PowerUserAccess", "PolicyId": "ANPAPOWER", "Arn": "arn:aws:iam::aws:policy/PowerUserAccess", "Path": "/", "DefaultVersionId": "v6", "AttachmentCount": 0, "IsAttachable": true, "CreateDate": "2024-01-01T00:00:00+00:00",
               "PolicyVersionList": [{"Document": {{{Power}}}, "VersionId": "v6", "IsDefaultVersion": true, "CreateDate": "2024-01-01T00:00:00+00:00"}]}]}
            """,
        ["credential-report"] = $$"""{"Content": "{{Report(Id)}}", "ReportFormat": "text/csv", "GeneratedTime": "2026-01-31T08:00:00+00:00"}""",
        ["access-keys"] = """
            {"AccessKeyMetadata": []}
            {"AccessKeyMetadata": [{"UserName": "backup", "AccessKeyId": "AKIABACKUP1EXAMPLE11", "Status": "Active", "CreateDate": "2024-01-01T00:00:00+00:00"}]}
            {"AccessKeyMetadata": [{"UserName": "ci", "AccessKeyId": "AKIACI111111EXAMPLE1", "Status": "Active", "CreateDate": "2024-01-01T00:00:00+00:00"}, {"UserName": "ci", "AccessKeyId": "AKIACI222222EXAMPLE2", "Status": "Inactive", "CreateDate": "2024-01-02T00:00:00+00:00"}]}
            """,
        ["resources"] = """
            {"ResourceTagMappingList": [{"ResourceARN": "arn:aws:s3:::acme-lake", "Tags": [{"Key": "owner", "Value": "data"}]}, {"ResourceARN": "arn:aws:sqs:eu-west-1:111122223333:orders", "Tags": [{"Key": "team", "Value": "shop"}]}]}
            {"ResourceTagMappingList": [{"ResourceARN": "arn:aws:sqs:us-east-1:111122223333:orders", "Tags": [{"Key": "team", "Value": "shop"}]}]}
            """,
        ["credentials"] = string.Join('\n', Users.SelectMany(user => ((string[])["SSHPublicKeys", "ServiceSpecificCredentials", "Certificates", "MFADevices"]).Select(list =>
            $$"""{"{{list}}": [{{(user == "ann" && list == "SSHPublicKeys" ? """{"UserName": "ann", "SSHPublicKeyId": "APKAANNEXAMPLE111111", "Status": "Active", "UploadDate": "2024-01-01T00:00:00+00:00"}""" : user == "ann" && list == "MFADevices" ? """{"UserName": "ann", "SerialNumber": "GAHT12345678", "EnableDate": "2024-01-01T00:00:00+00:00"}""" : "")}}], "UserName": "{{user}}"}""")))
            + """{"VirtualMFADevices": [{"SerialNumber": "arn:aws:iam::111122223333:mfa/root-account-mfa-device", "EnableDate": "2020-01-01T00:00:00+00:00", "User": {"Path": "/", "UserId": "111122223333", "Arn": "arn:aws:iam::111122223333:root"}}]}""",
        ["inventory"] = StubInventory.Export,
        ["resource-policies"] = StubResources.Policies,
        ["organization"] = $$$"""
            {"Organization": {"Id": "o-abc", "MasterAccountId": "999988887777", "FeatureSet": "ALL"}}
            {"Roots": [{"Id": "r-1", "Name": "Root", "PolicyTypes": [{"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"}]}]}
            {"Children": [{"Id": "999988887777", "Type": "ACCOUNT"}], "ParentId": "r-1"}
            {"Children": [{"Id": "ou-1", "Type": "ORGANIZATIONAL_UNIT"}], "ParentId": "r-1"}
            {"Children": [{"Id": "111122223333", "Type": "ACCOUNT"}], "ParentId": "ou-1"}
            {"Policies": [{"Id": "p-full", "Name": "FullAWSAccess", "Type": "SERVICE_CONTROL_POLICY", "AwsManaged": true}]}
            {"Policy": {"PolicySummary": {"Id": "p-full", "Name": "FullAWSAccess", "Type": "SERVICE_CONTROL_POLICY"}, "Content": {{{Quoted(Guard)}}}}}
            {"Targets": [{"TargetId": "r-1"}, {"TargetId": "ou-1"}, {"TargetId": "111122223333"}, {"TargetId": "999988887777"}], "PolicyId": "p-full"}
            """,
    };

    private static StubAnswer Assumed(StubCall call)
    {
        string key = "ASIA" + call.Of("RoleArn")!.Split(':')[4];
        return StubAnswer.Xml(call.Operation, $"<Credentials><AccessKeyId>{key}</AccessKeyId><SecretAccessKey>secret-of-{key}</SecretAccessKey><SessionToken>token/of+{key}==</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>");
    }

    /// <summary>Users, then the group and the roles, then the policy.</summary>
    private static StubAnswer Details(StubCall call) => StubAnswer.Xml(call.Operation, call.Page switch
    {
        null => $"<UserDetailList>{string.Concat(Users.Select(UserXml))}</UserDetailList><GroupDetailList/><RoleDetailList/><Policies/><IsTruncated>true</IsTruncated><Marker>details-2</Marker>",
        "details-2" => $"<UserDetailList/><GroupDetailList>{Member("<Path>/</Path><GroupName>ops</GroupName><GroupId>AGPAOPS</GroupId><Arn>arn:aws:iam::111122223333:group/ops</Arn>" + Made + $"<GroupPolicyList>{Inline(Read)}</GroupPolicyList><AttachedManagedPolicies/>")}</GroupDetailList>"
            + $"<RoleDetailList>{Role("resize", "AROARESIZE", $"<AttachedManagedPolicies>{Member("<PolicyName>shared</PolicyName><PolicyArn>arn:aws:iam::111122223333:policy/shared</PolicyArn>")}</AttachedManagedPolicies><Tags/><RoleLastUsed><LastUsedDate>2026-01-30T00:00:00Z</LastUsedDate><Region>eu-west-1</Region></RoleLastUsed>")}"
            + Role("idle", "AROAIDLE", "<AttachedManagedPolicies/><PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>arn:aws:iam::111122223333:policy/shared</PermissionsBoundaryArn></PermissionsBoundary><Tags/><RoleLastUsed/>")
            + "</RoleDetailList><Policies/><IsTruncated>true</IsTruncated><Marker>details-3</Marker>",
        _ => "<UserDetailList/><GroupDetailList/><RoleDetailList/><Policies>" + Member("<PolicyName>shared</PolicyName><PolicyId>ANPASHARED</PolicyId><Arn>arn:aws:iam::111122223333:policy/shared</Arn><Path>/</Path><DefaultVersionId>v2</DefaultVersionId><AttachmentCount>1</AttachmentCount><IsAttachable>true</IsAttachable>" + Made
            + $"<UpdateDate>2024-01-02T00:00:00Z</UpdateDate><PolicyVersionList>{Member($"<Document>{Encoded(Guard)}</Document><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion><CreateDate>2024-01-02T00:00:00Z</CreateDate>")}{Member($"<Document>{Encoded(Read)}</Document><VersionId>v1</VersionId><IsDefaultVersion>false</IsDefaultVersion>{Made}")}</PolicyVersionList>")
            + "</Policies><IsTruncated>false</IsTruncated>",
    });

    private const string Made = "<CreateDate>2024-01-01T00:00:00Z</CreateDate>";

    private static string UserXml(string name) => Member(
        $"<Path>/</Path><UserName>{name}</UserName><UserId>AIDA{name.ToUpperInvariant()}</UserId><Arn>arn:aws:iam::111122223333:user/{name}</Arn>{Made}<UserPolicyList>{Inline(Read)}</UserPolicyList><GroupList><member>ops</member></GroupList><AttachedManagedPolicies/>{(name == "ci" ? "<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>arn:aws:iam::aws:policy/PowerUserAccess</PermissionsBoundaryArn></PermissionsBoundary>" : "")}<Tags>{Member("<Key>team</Key><Value>a &amp; b</Value>")}</Tags>");

    private static string UserJson(string name) =>
        $$"""{"Path": "/", "UserName": "{{name}}", "UserId": "AIDA{{name.ToUpperInvariant()}}", "Arn": "arn:aws:iam::111122223333:user/{{name}}", "CreateDate": "2024-01-01T00:00:00+00:00", "UserPolicyList": [{"PolicyName": "read", "PolicyDocument": {{Read}}}], "GroupList": ["ops"], "AttachedManagedPolicies": [], {{(name == "ci" ? Bound : "")}}"Tags": [{"Key": "team", "Value": "a & b"}]}""";

    private static string Role(string name, string id, string rest) =>
        Member($"<Path>/</Path><RoleName>{name}</RoleName><RoleId>{id}</RoleId><Arn>arn:aws:iam::111122223333:role/{name}</Arn>{Made}<AssumeRolePolicyDocument>{Encoded(Trust)}</AssumeRolePolicyDocument><InstanceProfileList/><RolePolicyList/>{rest}");

    private static string Inline(string document) => Member($"<PolicyName>read</PolicyName><PolicyDocument>{Encoded(document)}</PolicyDocument>");

    private static string Member(string inner) => $"<member>{inner}</member>";

    /// <summary>As IAM encodes it (RFC 3986).</summary>
    private static string Encoded(string document) => Uri.EscapeDataString(document);

    private static StubAnswer Keys(StubCall call)
    {
        string Key(string id, string status, string day) => Member($"<UserName>{call.Of("UserName")}</UserName><AccessKeyId>{id}</AccessKeyId><Status>{status}</Status><CreateDate>2024-01-{day}T00:00:00Z</CreateDate>");
        return StubAnswer.Xml(call.Operation, (call.Of("UserName"), call.Page) switch
        {
            ("backup", _) => $"<AccessKeyMetadata>{Key("AKIABACKUP1EXAMPLE11", "Active", "01")}</AccessKeyMetadata><IsTruncated>false</IsTruncated>",
            ("ci", null) => $"<AccessKeyMetadata>{Key("AKIACI111111EXAMPLE1", "Active", "01")}</AccessKeyMetadata><IsTruncated>true</IsTruncated><Marker>keys-2</Marker>",
            ("ci", _) => $"<AccessKeyMetadata>{Key("AKIACI222222EXAMPLE2", "Inactive", "02")}</AccessKeyMetadata><IsTruncated>false</IsTruncated>",
            _ => "<AccessKeyMetadata/><IsTruncated>false</IsTruncated>",
        });
    }

    private static string Children(StubCall call) => (call.Of("ParentId"), call.Of("ChildType")) switch
    {
        ("r-1", "ACCOUNT") => """{"Children":[{"Id":"999988887777","Type":"ACCOUNT"}]}""",
        ("r-1", _) => """{"Children":[{"Id":"ou-1","Type":"ORGANIZATIONAL_UNIT"}]}""",
        ("ou-1", "ACCOUNT") => """{"Children":[{"Id":"111122223333","Type":"ACCOUNT"}]}""",
        _ => """{"Children":[]}""",
    };

    private static string Report(string account)
    {
        string[] rows =
        [
            Header,
            "<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
            .. Users.Select(user => string.Create(CultureInfo.InvariantCulture, $"{user},arn:aws:iam::111122223333:user/{user},2024-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,{(user == "ann" ? "false,N/A" : "true,2024-01-01T00:00:00+00:00")},N/A,N/A,N/A,{(user == "ci" ? "false,2024-01-02T00:00:00+00:00" : "false,N/A")},N/A,N/A,N/A,false,N/A,false,N/A")),
        ];
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\n', rows).Replace(Id, account, StringComparison.Ordinal)));
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
