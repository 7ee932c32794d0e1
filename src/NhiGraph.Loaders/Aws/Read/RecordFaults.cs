using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>What was wrong within one record that was kept all the same.</summary>
internal sealed class RecordFaults
{
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
