using System.Reflection;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed class AwsProblemsTests
{
    private static readonly Problem[] All =
        [.. ProblemsOf(typeof(AwsProblems), null), .. ProblemsOf(typeof(InputProblems), AwsProblems.Input)];

    [Fact]
    public void Each_code_stands_for_one_problem()
    {
        Assert.Equal(All.Length, All.Select(problem => problem.Code).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, All.Length).Select(number => $"NHI-AWS-{number:000}"), All.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_problem_says_what_is_wrong_and_what_to_do() => Assert.All(All, problem =>
    {
        Assert.EndsWith(".", problem.Statement, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Remedy, StringComparison.Ordinal);
        Assert.True(problem.Code == "NHI-AWS-028" || problem.Locator is not null);
    });

    [Fact]
    public void Each_code_is_brought_about_by_some_test()
    {
        string tests = string.Join('\n', Directory.GetFiles(Path.GetDirectoryName(Repository.Golden)!, "*.cs").Concat(Directory.GetFiles(Repository.Golden, "expected.json", SearchOption.AllDirectories)).Select(File.ReadAllText));
        Assert.All(All, problem => Assert.Contains(problem.Code, tests, StringComparison.Ordinal));
    }

    private static IEnumerable<Problem> ProblemsOf(Type type, InputProblems? of) => type.GetMethods(BindingFlags.Public | BindingFlags.DeclaredOnly | (of is null ? BindingFlags.Static : BindingFlags.Instance))
        .Where(method => method.ReturnType == typeof(Problem) && method.Name != nameof(InputProblems.Of)).Select(method => (Problem)method.Invoke(of, [.. method.GetParameters().Select(Sample)])!);

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        Type type when type == typeof(string) => "x.",
        Type type when type == typeof(long) => 1L,
        Type type when type == typeof(int) => 1,
        Type type when type == typeof(Problem) => new Problem("", "x.", "x.", "x"),
        _ => throw new NotSupportedException(parameter.ParameterType.Name),
    };
}
