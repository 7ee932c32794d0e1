using NhiGraph.Analysis.Answers;

namespace NhiGraph.Analysis.OrphanChains;

/// <summary>A broken chain.</summary>
/// <param name="Consumer">What uses it, or whom a dangling trust names; -1 where there is none.</param>
/// <param name="Credential">-1 where there is none.</param>
/// <param name="Identity">Where the chain ends.</param>
/// <param name="Reasons">All that are known to hold; empty where none is known and some are undecided.</param>
/// <param name="Undecided">Those that would hold if the sources that were not read have nothing to say.</param>
/// <param name="Sensitive">How many sensitive resources the identity possibly reaches.</param>
/// <param name="Score">Reach x privilege x posture, as <see cref="OrphanSeverity"/> has it.</param>
public readonly record struct OrphanChain(int Consumer, int Credential, int Identity, OrphanReasons Reasons, OrphanReasons Undecided, int Sensitive, int Score)
{
    /// <summary>It counts as an orphan: at least one reason is known to hold.</summary>
    public bool IsKnown => !Reasons.IsEmpty;

    public Severity Severity => OrphanSeverity.Of(Score);
}
