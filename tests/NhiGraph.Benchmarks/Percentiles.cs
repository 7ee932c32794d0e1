using System.Globalization;

namespace NhiGraph.Benchmarks;

/// <summary>Where the middle and the tail of samples lie, by nearest rank.</summary>
internal static class Percentiles
{
    internal static double Of(double[] sorted, double percent) => sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100) - 1, 0, sorted.Length - 1)];

    internal static double[] Sorted(IEnumerable<double> samples)
    {
        double[] sorted = [.. samples];
        Array.Sort(sorted);
        return sorted;
    }

    internal static string Time(double microseconds) => microseconds switch
    {
        < 1000 => microseconds.ToString("0.0 us", CultureInfo.InvariantCulture),
        < 1_000_000 => (microseconds / 1000).ToString("0.00 ms", CultureInfo.InvariantCulture),
        _ => (microseconds / 1_000_000).ToString("0.00 s", CultureInfo.InvariantCulture),
    };

    internal static string Line(IEnumerable<double> microseconds)
    {
        double[] sorted = Sorted(microseconds);
        return $"p50 {Time(Of(sorted, 50))}  p90 {Time(Of(sorted, 90))}  p99 {Time(Of(sorted, 99))}  max {Time(sorted[^1])}";
    }
}
