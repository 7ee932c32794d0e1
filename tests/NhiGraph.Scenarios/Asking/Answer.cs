namespace NhiGraph.Scenarios.Asking;

/// <summary>A found answer in the words of a scenario file: lines by section. A section without lines is not there.</summary>
internal sealed class Answer
{
    private readonly SortedDictionary<string, List<string>> _sections = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, List<string>> Sections => _sections;

    /// <summary>Sections in which the order of the lines matters.</summary>
    internal HashSet<string> Ordered { get; } = [];

    /// <summary>Sections that are compared only where the scenario has them, and there only the lines it names.</summary>
    internal HashSet<string> Asked { get; } = [];

    internal void Add(string section, string line) => (_sections.TryGetValue(section, out List<string>? lines) ? lines : _sections[section] = []).Add(line);
}
