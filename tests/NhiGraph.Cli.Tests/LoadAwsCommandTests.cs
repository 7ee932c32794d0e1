namespace NhiGraph.Cli.Tests;

public sealed class LoadAwsCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Load_SoundExport_IsDoneAndTellsWhatItRead()
    {
        int code = await LoadAsync(SmallExport.Details);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("aws:111122223333  iam-users  COMPLETE  1 fact", run.Out, StringComparison.Ordinal);
        Assert.Contains("run 1 in sqlite:", run.Out, StringComparison.Ordinal);
        Assert.Contains("not given: credential-report, access-keys, tagged-resources, cloudtrail", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_SameExportTwice_ChangesNoRow()
    {
        await LoadAsync(SmallExport.Details);

        int code = await LoadAsync(SmallExport.Details);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("run 2 in", run.Out, StringComparison.Ordinal);
        Assert.Contains(": 0 rows opened, 0 closed, 0 scopes derived, 0 joined", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_PolicyThatDoesNotParse_IsDoneInPartAndTellsPlaceAndRemedy()
    {
        int code = await LoadAsync(SmallExport.WithBrokenPolicy);

        Assert.Equal(ExitCode.DoneInPart, code);
        Assert.Matches(@"NHI-AWS-\d{3} .*export\.json#/UserDetailList/0/UserPolicyList/0", run.Error);
        Assert.Contains("Done in part", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await run.RunAsync("status", "--store", run.Store));
        Assert.Contains("iam-users\tPARTIAL", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"UserDetailList\": [")]
    [InlineData("not json")]
    [InlineData("{\"Users\": []}")]
    public async Task Load_RefusedInput_IsBadInputAndLeavesTheStoreAsItWas(string text)
    {
        await LoadAsync(SmallExport.Details);

        int code = await LoadAsync(text);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Matches(@"NHI-AWS-\d{3}", run.Error);
        Assert.Contains("nothing stored was changed", run.Error, StringComparison.Ordinal);
        await run.RunAsync("status", "--store", run.Store);
        Assert.Contains("version 1,", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_FileThatIsNotThere_IsBadInputAndNamesIt()
    {
        int code = await run.RunAsync("load", "aws", "--authorization-details", Path.Combine(run.Folder, "none.json"), "--store", run.Store);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("none.json", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.Folder, "store.db")));
    }

    [Fact]
    public async Task Load_StoreInAFolderThatIsNotThere_IsNotReachable()
    {
        string export = run.Write("export.json", SmallExport.Details);

        int code = await run.RunAsync("load", "aws", "--authorization-details", export, "--store", "sqlite:" + Path.Combine(run.Folder, "none", "store.db"));

        Assert.Equal(ExitCode.NotReachable, code);
    }

    [Fact]
    public async Task Load_Stopped_ChangesNothing()
    {
        await LoadAsync(SmallExport.Details);
        string export = run.Write("export.json", SmallExport.WithBrokenPolicy);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        int code = await run.RunAsync(stop.Token, "load", "aws", "--authorization-details", export, "--store", run.Store);

        Assert.Equal(ExitCode.Stopped, code);
        await run.RunAsync("status", "--store", run.Store);
        Assert.Contains("version 1,", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_Inventory_ShowsWhatRunsAsWhich()
    {
        const string Role = """{"RoleDetailList":[{"RoleName":"orders","Arn":"arn:aws:iam::111122223333:role/orders","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]},"RolePolicyList":[]}]}""";
        const string Functions = """
            {"Account":"111122223333","Regions":[{"RegionName":"eu-west-1"}]}
            {"Functions":[{"FunctionName":"orders","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:orders","Role":"arn:aws:iam::111122223333:role/orders"}]}
            """;

        int code = await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", Role), "--inventory", run.Write("inventory.json", Functions), "--store", run.Store);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("aws:111122223333  lambda-functions  COMPLETE  1 fact", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await run.RunAsync("ask", "{ consumers(filter: { potential: false }) { nodes { name } } paths(from: [\"aws:arn:aws:lambda:eu-west-1:111122223333:function:orders\"], to: [\"aws:arn:aws:iam::111122223333:role/orders\"]) { nodes { certainty } } }", "--store", run.Store));
        Assert.Contains("\"nodes\":[{\"name\":\"orders\"}]", run.Out.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("PROVED", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_Credentials_AreSeenWithWhomTheySignInAs()
    {
        const string Credentials = """
            {"SSHPublicKeys":[{"UserName":"backup","SSHPublicKeyId":"APKABACKUPEXAMPLE001","Status":"Active","UploadDate":"2024-03-01T10:00:00+00:00"}]}
            {"ServiceSpecificCredentials":[{"UserName":"backup","ServiceSpecificCredentialId":"ACCABACKUPEXAMPLE001","Status":"Inactive","ServiceName":"bedrock.amazonaws.com","CreateDate":"2025-03-01T10:00:00+00:00","ExpirationDate":"2026-03-01T10:00:00+00:00"}]}
            {"Certificates":[],"UserName":"backup"}
            """;

        int code = await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--credentials", run.Write("credentials.json", Credentials), "--store", run.Store);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("aws:111122223333  ssh-keys  COMPLETE  1 fact", run.Out, StringComparison.Ordinal);
        Assert.Contains("aws:111122223333  signing-certificates  COMPLETE  0 facts", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await run.RunAsync("ask", "{ credentials { nodes { name type enabled expiresAt identities { name } } } }", "--store", run.Store));
        string answer = run.Out.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"APKABACKUPEXAMPLE001\",\"type\":\"SSH_KEY\",\"enabled\":true,\"expiresAt\":null,\"identities\":[{\"name\":\"backup\"}]}", answer, StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"ACCABACKUPEXAMPLE001\",\"type\":\"SERVICE_SPECIFIC\",\"enabled\":false,\"expiresAt\":\"2026-03-01T10:00:00Z\",\"identities\":[{\"name\":\"backup\"}]}", answer, StringComparison.Ordinal);
    }

    private Task<int> LoadAsync(string details) => run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", details), "--store", run.Store);
}
