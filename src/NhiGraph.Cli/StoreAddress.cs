using NhiGraph.Storage;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Cli;

/// <summary>Where a store is, as a user writes it: <c>sqlite:FILE</c>.</summary>
internal sealed record StoreAddress(string File)
{
    internal const string Variable = "NHIGRAPH_STORE";
    internal const string Default = "sqlite:nhigraph.db";
    private const string Scheme = "sqlite:";

    /// <param name="given">What <c>--store</c> says, or null: then the environment, then the default.</param>
    /// <exception cref="BadUseException">It is not an address.</exception>
    internal static StoreAddress Of(string? given, Surroundings surroundings)
    {
        string text = given ?? (surroundings.Environment(Variable) is { Length: > 0 } set ? set : Default);
        return text.StartsWith(Scheme, StringComparison.Ordinal) && text.Length > Scheme.Length
            ? new(text[Scheme.Length..])
            : throw new BadUseException($"The store {text} is no address of a store; write sqlite:FILE, for example {Default}.");
    }

    /// <exception cref="StoreException">It cannot be opened, or is not there and is not to be made.</exception>
    internal async Task<IGraphStore> OpenAsync(bool create, CancellationToken cancellation) =>
        create || System.IO.File.Exists(File)
            ? await SqliteGraphStore.OpenAsync(File, create, cancellation).ConfigureAwait(false)
            : throw new StoreException(StoreReason.Unreachable, $"There is no store at {this}. Load something into it first (nhigraph load aws --help), or name another by --store.");

    public override string ToString() => Scheme + File;
}
