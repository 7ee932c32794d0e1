using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Tests.Runs;

public sealed class RulesHashTests
{
    private static readonly Provider One = ToyProvider.Create();
    private static readonly Provider Other = ToyProvider.Create() with { SourceKind = "other" };

    [Fact]
    public void Of_ProvidersInAnyOrder_IsTheSame() => Assert.Equal(RulesHash.Of([One, Other]), RulesHash.Of([Other, One]));

    [Fact]
    public void Of_AnyRuleChanged_Differs() => Assert.NotEqual(RulesHash.Of([One, Other]), RulesHash.Of([One, Other with { RulesHash = new("2") }]));
}
