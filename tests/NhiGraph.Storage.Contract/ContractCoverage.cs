using System.Reflection;
using Xunit;

namespace NhiGraph.Storage.Contract;

/// <summary>Holds a store's test project to the whole suite: a concern that is neither passed nor declared a gap fails.</summary>
public static class ContractCoverage
{
    private static readonly Type[] Concerns =
        [.. typeof(ContractCoverage).Assembly.GetTypes().Where(type => type.IsAbstract && type.IsGenericType && type.Name.StartsWith(type.Name.Split("Contract")[0] + "Contract`", StringComparison.Ordinal) && type != typeof(StoreContract<>))];

    /// <summary>How many test methods the suite has.</summary>
    public static int TestCount { get; } = Concerns.Sum(concern => concern.GetMethods().Count(method => method.GetCustomAttribute<FactAttribute>() is not null));

    /// <param name="tests">The class whose nested classes realise the concerns.</param>
    /// <param name="gaps">Concerns that the store does not pass, with the reason.</param>
    public static void Demand(Type tests, IReadOnlyDictionary<string, string> gaps)
    {
        string[] all = [.. Concerns.Select(concern => concern.Name.Split("Contract")[0]).Order(StringComparer.Ordinal)];
        string[] realised = [.. tests.GetNestedTypes().Select(test => test.BaseType!.Name.Split("Contract")[0])];

        Assert.Equal(all, realised.Concat(gaps.Keys).Order(StringComparer.Ordinal));
        Assert.All(gaps.Values, reason => Assert.NotEmpty(reason));
    }
}
