using System.Text;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>The provider's facts that a live load needs, built into this assembly: tab-separated lines, <c>#</c> begins a comment, sources named in each file.</summary>
internal static class LiveData
{
    /// <summary>The fields of each line.</summary>
    internal static IEnumerable<string[]> Lines(string file)
    {
        using Stream stream = typeof(LiveData).Assembly.GetManifestResourceStream("NhiGraph.Loaders.Aws.Live." + file) ?? throw new InvalidOperationException($"{file} is not built into this assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
