namespace NhiGraph.Cli;

/// <summary>What a command's end means to a script.</summary>
internal static class ExitCode
{
    internal const int Done = 0;

    /// <summary>The sound part was done; what was not is on standard error.</summary>
    internal const int DoneInPart = 1;

    /// <summary>Wrong arguments, or an input that was refused whole. Nothing changed.</summary>
    internal const int BadInput = 2;

    /// <summary>The store or a source could not be reached, opened or written. Nothing changed.</summary>
    internal const int NotReachable = 3;

    /// <summary>Stopped by Ctrl-C before it was done; what shells expect of it. Nothing changed.</summary>
    internal const int Stopped = 130;
}
