namespace NhiGraph.Loaders.Input;

/// <summary>One input of a load: a file on disk, or text that comes with the program.</summary>
/// <param name="Name">How locators and problems call it; a path as it was given.</param>
/// <param name="Open">Opens it for reading from the start; may throw what the file system throws, which refuses the load.</param>
public sealed record ExportFile(string Name, Func<Stream> Open)
{
    /// <summary>A file on disk, or a pipe; opened only when it is read.</summary>
    public static ExportFile OnDisk(string path) => new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.Asynchronous));
}
