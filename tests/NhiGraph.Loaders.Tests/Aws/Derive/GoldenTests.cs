using System.Runtime.CompilerServices;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>The whole graph of a small account, as text that a reviewer reads. NHIGRAPH_REBASELINE=1 writes it anew and fails.</summary>
public class GoldenTests
{
    [Fact]
    public void A_small_account_gives_the_graph_on_file()
    {
        var account = new TestAccount()
            .Listed("arn:aws:s3:::lake", """{"Key":"data-classification","Value":"restricted"}""")
            .Listed("arn:aws:sqs:eu-west-1:111111111111:jobs")
            .Policy("arn:aws:iam::111111111111:policy/read-lake", """{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::lake","arn:aws:s3:::lake/*"]}""", """{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::lake/secret/*"}""")
            .Group("readers")
            .User("ann", groups: ["readers"], attached: ["arn:aws:iam::111111111111:policy/read-lake"])
            .Reported("ann", """ "password_enabled":true,"access_key_1_active":false,"access_key_1_last_rotated":"2023-01-01T00:00:00Z" """)
            .Role("worker", TestAccount.LambdaTrust, ["""{"Effect":"Allow","Action":"sqs:*","Resource":"*"}"""])
            .Role("deploy", """{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:o/r:*"}}}""",
                ["""{"Effect":"Allow","Action":["iam:PassRole","lambda:CreateFunction"],"Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""", """{"Effect":"Allow","Action":"s3:GetObjekt","Resource":"*"}"""]);
        string text = GraphText.Of(account.Derive());
        string file = Path.Combine(Folder(), "Golden", "small-account.txt");
        if (Environment.GetEnvironmentVariable("NHIGRAPH_REBASELINE") is "1")
        {
            File.WriteAllText(file, text);
            Assert.Fail("The graph on file was written anew; read what changed and run again without NHIGRAPH_REBASELINE.");
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
