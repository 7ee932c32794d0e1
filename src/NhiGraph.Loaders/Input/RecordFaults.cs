using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Input;

/// <summary>What was wrong within one record that was kept all the same.</summary>
/// <param name="told">The family of codes that problems are told under.</param>
internal sealed class RecordFaults(InputProblems told)
{
    public InputProblems Told => told;

    public List<Problem> Problems { get; } = [];

    /// <summary>Whether something is missing that the dataset should have had.</summary>
    public bool Partial { get; private set; }

    public void Missing(Problem problem)
    {
        Problems.Add(problem);
        Partial = true;
    }

    /// <summary>Told, but no access hangs on it.</summary>
    public void Note(Problem problem) => Problems.Add(problem);
}
