using NhiGraph.Storage;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Cli;

/// <summary><c>sqlite:FILE</c>: a store in one file.</summary>
internal sealed record SqliteAddress(string File) : StoreAddress
{
    private const string Scheme = "sqlite:";

    internal static SqliteAddress? TryRead(string text) => text.StartsWith(Scheme, StringComparison.Ordinal) && text.Length > Scheme.Length ? new(text[Scheme.Length..]) : null;

    internal override async Task<IGraphStore> OpenAsync(bool create, CancellationToken cancellation) =>
        create || System.IO.File.Exists(File)
            ? await SqliteGraphStore.OpenAsync(File, create, cancellation).ConfigureAwait(false)
            : throw new StoreException(StoreReason.Unreachable, $"There is no store at {this}. Load something into it first (nhigraph load aws --help), or name another by --store.");

    public override string ToString() => Scheme + File;
}
