using System.Text;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed class RefusedInputTests
{
    private const string Sound = """{"UserDetailList":[{"Arn":"arn:aws:iam::111122223333:user/ana","UserName":"ana"}],"IsTruncated":false}""";

    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
        + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
        + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    public static TheoryData<string, string, string> Documents() => new()
    {
        { "", "NHI-AWS-005", "in.json" },
        { " \r\n\t ", "NHI-AWS-005", "in.json" },
        { "\uFEFF", "NHI-AWS-005", "in.json" },
        { "An error occurred (AccessDenied)", "NHI-AWS-003", "in.json#" },
        { "{\"UserDetailList\": [{\"Arn\": \"arn:aws:ia", "NHI-AWS-003", "in.json#/UserDetailList/0/Arn" },
        { "{\"UserDetailList\":[],\n\"RoleDetailList\":[{},{\"a/b~c\":}]}", "NHI-AWS-003", "in.json#/RoleDetailList/1/a~1b~0c" },
        { Sound + "}", "NHI-AWS-003", "in.json#" },
        { "{\"UserDetailList\":" + new string('[', 300) + new string(']', 300) + "}", "NHI-AWS-006", "in.json#/UserDetailList/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0" },
        { new string('[', 1_000_000), "NHI-AWS-006", "in.json#/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0" },
        { "5", "NHI-AWS-007", "in.json#" },
        { "[" + Sound + ",5]", "NHI-AWS-007", "in.json#/1" },
        { "{\"Users\":[]}", "NHI-AWS-007", "in.json#" },
        { "{\"UserDetailList\":{}}", "NHI-AWS-007", "in.json#/UserDetailList" },
        { "{\"UserDetailList\":[],\"UserDetailList\":[]}", "NHI-AWS-007", "in.json#/UserDetailList" },
        { "{\"UserDetailList\":[],\"IsTruncated\":\"yes\"}", "NHI-AWS-007", "in.json#/IsTruncated" },
        { "{\"UserDetailList\":[],\"\\ud800\":1}", "NHI-AWS-007", "in.json#" },
        { "{\"UserDetailList\":[],\"GroupDetailList\":[],\"RoleDetailList\":[],\"Policies\":[]}", "NHI-AWS-008", "in.json" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_that_is_not_what_the_command_prints_refuses_the_load(string text, string code, string locator)
    {
        Problem problem = await RefusalOf(Exports.Files([Exports.Text("in.json", text)]));
        Assert.Equal((code, locator), (problem.Code, problem.Locator));
        Assert.NotEmpty(problem.Remedy);
        Assert.True(problem.Statement.Length < 1000);
    }

    [Fact]
    public async Task One_broken_page_refuses_the_sound_ones_too()
    {
        Problem problem = await RefusalOf(Exports.Files([Exports.Text("a.json", Sound), Exports.Text("b.json", Sound[..^5])]));
        Assert.Equal("NHI-AWS-003", problem.Code);
        Assert.StartsWith("b.json#", problem.Locator, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"AccessKeys\":[]}", "in.json#")]
    [InlineData("{\"AccessKey\":{\"UserName\":\"ana\",\"AccessKeyId\":\"AKIAIOSFODNN7EXAMPLE\",\"SecretAccessKey\":\"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\"}}", "in.json#")]
    [InlineData("{\"AccessKeyMetadata\":[]}{\"AccessKeyMetadata\":{}}", "in.json (document 2)#")]
    public async Task Access_keys_of_another_shape_refuse_the_load(string text, string locator)
    {
        Problem problem = await RefusalOf(Exports.Files([Exports.Text("a.json", Sound)], keys: [Exports.Text("in.json", text)]));
        Assert.Equal(("NHI-AWS-007", locator), (problem.Code, problem.Locator));
        Assert.DoesNotContain("wJalr", problem.Statement + problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resources_of_another_shape_refuse_the_load()
    {
        Problem problem = await RefusalOf(Exports.Files([Exports.Text("a.json", Sound)], resources: [Exports.Text("in.json", "{\"Resources\":[]}")]));
        Assert.Equal(("NHI-AWS-007", "in.json#"), (problem.Code, problem.Locator));
    }

    [Theory]
    [InlineData("user,arn\nana,arn:aws:iam::111122223333:user/ana\n", "NHI-AWS-009", "in.csv#line=1")]
    [InlineData(Header + ",user\n", "NHI-AWS-009", "in.csv#line=1")]
    [InlineData("\"user,arn\n", "NHI-AWS-009", "in.csv#line=1")]
    [InlineData("{\"Content\":\"not base64\"}", "NHI-AWS-007", "in.csv#")]
    [InlineData("{\"Content\":\"\\ud800\"}", "NHI-AWS-007", "in.csv#")]
    [InlineData("{\"State\":\"STARTED\"}", "NHI-AWS-007", "in.csv#")]
    [InlineData("{\"Content\":\"dXNlcg==\"}", "NHI-AWS-009", "in.csv#/Content/line=1")]
    public async Task What_is_no_credential_report_refuses_the_load(string text, string code, string locator)
    {
        Problem problem = await RefusalOf(Exports.Files([Exports.Text("a.json", Sound)], reports: [Exports.Text("in.csv", text)]));
        Assert.Equal((code, locator), (problem.Code, problem.Locator));
    }

    [Fact]
    public async Task A_missing_file_a_directory_and_no_name_are_refused()
    {
        string folder = Directory.CreateTempSubdirectory("nhigraph-").FullName;
        string missing = Path.Combine(folder, "missing.json");
        Assert.Equal(("NHI-AWS-001", missing), Place(await RefusalOf(Exports.Files([ExportFile.OnDisk(missing)]))));
        Assert.Equal(("NHI-AWS-001", folder), Place(await RefusalOf(Exports.Files([ExportFile.OnDisk(folder)]))));
        Assert.Equal(("NHI-AWS-001", ""), Place(await RefusalOf(Exports.Files([ExportFile.OnDisk("")]))));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Text_in_no_encoding_is_refused_with_the_byte()
    {
        Problem problem = await RefusalOf(Exports.Files([Exports.Bytes("in.json", [.. Encoding.UTF8.GetBytes("{\"UserDetailList\":\""), 0xC3, 0x28, .. "\"}"u8])]));
        Assert.Equal("NHI-AWS-004", problem.Code);
        Assert.Contains("byte 19", problem.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_without_reading_on()
    {
        RefusedInputException refusal = await Assert.ThrowsAsync<RefusedInputException>(
            () => ExportText.ReadAsync(Exports.Text("in.json", new string(' ', 1001)), AwsProblems.Input, TestContext.Current.CancellationToken, maxBytes: 1000));
        Assert.Equal("NHI-AWS-002", Assert.Single(refusal.Problems).Code);
    }

    [Fact]
    public async Task Nothing_given_is_refused() => Assert.Equal("NHI-AWS-008", (await RefusalOf(Exports.Files())).Code);

    private static (string Code, string? Locator) Place(Problem problem) => (problem.Code, problem.Locator);

    private static async Task<Problem> RefusalOf(AwsExportFiles files) => Assert.Single((await Assert.ThrowsAsync<RefusedInputException>(() => Exports.Read(files))).Problems);
}
