using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed class UserCredentialReadingTests
{
    private const string Users = """{"UserDetailList":[{"Arn":"arn:aws:iam::111122223333:user/ana","UserName":"ana"},{"Arn":"arn:aws:iam::111122223333:user/bot","UserName":"bot"}]}""";
    private const string Ana = """{"SSHPublicKeys":[{"UserName":"ana","SSHPublicKeyId":"APKAEXAMPLEANAKEY001","Status":"Active","UploadDate":"2024-03-01T10:00:00Z"}]}""";

    private static Task<DatasetState> StateAsync(params string[] documents) => StateAsync("ssh-keys", documents);

    private static async Task<DatasetState> StateAsync(string name, string[] documents)
    {
        SourceReading reading = await Exports.Read(Exports.Files([Exports.Text("details.json", Users)]) with { Credentials = [.. documents.Select((document, i) => Exports.Text($"credentials-{i}.json", document))] });
        Assert.Empty(reading.Problems);
        return reading.Datasets.Single(dataset => dataset.Dataset == name).State;
    }

    [Fact]
    public async Task A_list_of_each_user_is_complete_and_an_empty_one_says_whose_it_is()
    {
        Assert.Equal(DatasetState.Complete, await StateAsync(Ana, """{"SSHPublicKeys":[],"UserName":"bot"}"""));
        Assert.Equal(DatasetState.Partial, await StateAsync(Ana, """{"SSHPublicKeys":[]}"""));
        Assert.Equal(DatasetState.Partial, await StateAsync(Ana));
        Assert.Equal(DatasetState.Partial, await StateAsync(Ana, """{"SSHPublicKeys":[],"UserName":"bot","IsTruncated":true,"Marker":"m"}"""));
        Assert.Equal(DatasetState.Skipped, await StateAsync("""{"Certificates":[],"UserName":"bot"}"""));
    }

    [Fact]
    public async Task Devices_are_complete_by_the_lists_of_users_and_not_by_that_of_the_account()
    {
        const string Ana = """{"MFADevices":[{"UserName":"ana","SerialNumber":"GAHT12345678"}]}""", All = """{"VirtualMFADevices":[{"SerialNumber":"arn:aws:iam::111122223333:mfa/bot","User":{"Arn":"arn:aws:iam::111122223333:user/bot"}}]}""";
        Assert.Equal(DatasetState.Complete, await StateAsync("mfa-devices", [Ana, """{"MFADevices":[],"UserName":"bot"}"""]));
        Assert.Equal(DatasetState.Partial, await StateAsync("mfa-devices", [Ana, All]));
    }

    [Fact]
    public async Task A_document_of_another_command_is_refused() =>
        Assert.Equal("NHI-AWS-007", Assert.Single((await Assert.ThrowsAsync<RefusedInputException>(() => StateAsync("""{"AccessKeyMetadata":[]}"""))).Problems).Code);

    [Fact]
    public void Each_kind_says_where_it_is_documented_and_what_it_needs() => Assert.All(UserCredentialKind.All, kind =>
    {
        Assert.StartsWith("https://docs.aws.amazon.com/", kind.Page, StringComparison.Ordinal);
        Assert.True(ActionTable.Instance.Find(kind.Right) >= 0, kind.Right);
    });
}
