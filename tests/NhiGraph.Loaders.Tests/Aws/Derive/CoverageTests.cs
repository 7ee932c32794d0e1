using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class CoverageTests
{
    /// <summary>Found by <see cref="EffectiveAccessTests"/>, account 3,717 with conditions: what two patterns have in common that cross was taken to be all of the one.</summary>
    [Fact]
    public void Of_patterns_that_cross_nothing_is_proved_and_nothing_lost()
    {
        TestAccount account = new TestAccount().Listed("arn:aws:s3:::data").User("bob",
        [
            """{"Effect":"Allow","Action":"s3:ListMultipartUploadParts","Resource":"arn:aws:s3:::*/logs/*"}""",
            """{"Effect":"Deny","Action":"s3:List*","NotResource":"arn:aws:s3:::data/logs/*"}""",
            """{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::data/logs/*"}""",
        ]);
        var graph = new DerivedGraph(account.Derive());
        Assert.False(graph.Has(account.Key("user/bob"), Capability.List, "aws:arn:aws:s3:::data", proved: true));
    }
}
