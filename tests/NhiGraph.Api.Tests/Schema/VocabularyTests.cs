using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using NhiGraph.Analysis.Chains;
using NhiGraph.Api.Execution;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Tests.Schema;

/// <summary>The closed lists of the contract are those of the vocabulary, value for value.</summary>
public sealed class VocabularyTests
{
    public static TheoryData<Type> Lists =>
    [
        typeof(NodeKind), typeof(EdgeKind), typeof(Capability), typeof(Certainty), typeof(IdentityType), typeof(IdentityNature), typeof(CredentialType), typeof(Posture), typeof(ConsumerType),
        typeof(ResourceType), typeof(Sensitivity), typeof(HumanStatus), typeof(ApplicationStatus), typeof(OnEffect), typeof(OnCovers), typeof(DatasetState), typeof(RunKind), typeof(RunState),
        typeof(PathOrder), typeof(ChainLink),
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_enum_of_the_contract_is_the_vocabulary_s(Type list)
    {
        IEnumerable<string> expected = (IEnumerable<string>)typeof(VocabularyTests).GetMethod(nameof(Texts), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(list).Invoke(null, null)!;
        Assert.Equal(expected, await ValuesAsync(list.Name));
    }

    [Fact]
    public async Task Inactive_has_every_reason_but_none() =>
        Assert.Equal(Texts<InactiveReason>().Where(reason => reason != "NONE"), await ValuesAsync(nameof(InactiveReason)));

    private static async Task<IEnumerable<string>> ValuesAsync(string name)
    {
        await using var store = new MemoryGraphStore();
        await using ServiceProvider services = new ServiceCollection().AddQueryExecution(store, [TestProvider.Aws], TimeProvider.System, new()).BuildServiceProvider();
        NhiGraphSchema schema = services.GetRequiredService<NhiGraphSchema>();
        schema.Initialize();
        return [.. ((EnumerationGraphType)schema.AllTypes[name]!).Values.Select(value => value.Name)];
    }

    private static IEnumerable<string> Texts<TEnum>() where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(value => value.Text());
}
