using System.Diagnostics;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>Small inputs repeated until reading all of them would take minutes or all memory.</summary>
public sealed class HostileSizeTests
{
    [Theory]
    [InlineData("{\"UserDetailList\":[", "{},", "{}]}", 3_000_000, "NHI-AWS-029")]
    [InlineData("[", "{},", "{}]", 3_000_000, "NHI-AWS-007")]
    [InlineData("", "{} ", "{}", 3_000_000, "NHI-AWS-007")]
    [InlineData("[", "[],", "[]]", 3_000_000, "NHI-AWS-007")]
    public async Task Millions_of_nothing_are_refused_in_seconds(string begin, string item, string end, int times, string code)
    {
        string text = begin + string.Concat(Enumerable.Repeat(item, times)) + end;
        long begun = Stopwatch.GetTimestamp();
        RefusedInputException refusal = await Assert.ThrowsAsync<RefusedInputException>(() => Exports.ReadDetails(text));
        Assert.Equal(code, Assert.Single(refusal.Problems).Code);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(60));
    }
}
