using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>Accounts as files: a folder an account with what AWS gave, and <c>live.json</c> with what it did not.</summary>
internal static class SavedExport
{
    private const string Manifest = "live.json";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    internal static async Task WriteAsync(string folder, ImmutableArray<LiveAccount> accounts, CancellationToken cancellation)
    {
        foreach (LiveAccount account in accounts)
        {
            string own = Path.Combine(folder, account.Account);
            // Who may do what in an account is nothing for other users of this machine.
            _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(own) : Directory.CreateDirectory(own, OwnerOnly);
            foreach (LiveFile file in account.Files)
            {
                await using Stream from = file.Content.Open();
                await using FileStream to = File.Create(Path.Combine(own, file.Name));
                await from.CopyToAsync(to, cancellation).ConfigureAwait(false);
            }

            var saved = new Saved(account.Account, [.. account.Files.Select(file => new SavedFile(file.Kind, file.Name))], [.. account.Gaps.Select(gap => new SavedGap(gap.Dataset, gap.State.Text(), gap.Problem))], account.Notes);
            await File.WriteAllTextAsync(Path.Combine(own, Manifest), JsonSerializer.Serialize(saved, Readable) + "\n", cancellation).ConfigureAwait(false);
        }
    }

    /// <exception cref="RefusedInputException">There is no account, or its <c>live.json</c> is not one.</exception>
    internal static async Task<ImmutableArray<LiveAccount>> ReadAsync(string folder, CancellationToken cancellation)
    {
        string[] manifests = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, Manifest, SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
        if (manifests.Length == 0)
        {
            throw Refused(folder, "it has no folder of an account with live.json.");
        }

        var accounts = new List<LiveAccount>();
        foreach (string manifest in manifests)
        {
            accounts.Add(await AccountAsync(manifest, cancellation).ConfigureAwait(false));
        }

        return [.. accounts];
    }

    private static async Task<LiveAccount> AccountAsync(string manifest, CancellationToken cancellation)
    {
        try
        {
            Saved saved = JsonSerializer.Deserialize<Saved>(await File.ReadAllTextAsync(manifest, cancellation).ConfigureAwait(false), Readable) ?? throw new JsonException("null");
            string own = Path.GetDirectoryName(manifest)!;
            return new LiveAccount(
                saved.Account,
                [.. Whole(saved.Files).Select(file => new LiveFile(file.Kind, file.Name, ExportFile.OnDisk(Path.Combine(own, Path.GetFileName(file.Name)))))],
                [.. Whole(saved.Gaps).Select(gap => new LiveGap(gap.Dataset, VocabularyText.TryParse(gap.State, out DatasetState state) ? state : throw new FormatException($"{gap.State} is no state of a dataset."), gap.Problem))],
                [.. Whole(saved.Notes)]);
        }
        catch (JsonException wrong)
        {
            throw Refused(manifest, $"it must be an object with account, files (kind, name), gaps (dataset, state, problem) and notes, and is not at {wrong.Path ?? "$"}.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            throw Refused(manifest, failure.Message);
        }
    }

    /// <summary>Nothing else sees to it that items of a list are there.</summary>
    private static IReadOnlyList<T> Whole<T>(IReadOnlyList<T> list) => list.Any(item => item is null) ? throw new JsonException() : list;

    private static RefusedInputException Refused(string place, string why) => new([LiveProblems.NotSaved(place, why)]);

    private sealed record Saved(string Account, IReadOnlyList<SavedFile> Files, IReadOnlyList<SavedGap> Gaps, IReadOnlyList<Problem> Notes);

    private sealed record SavedFile(string Kind, string Name);

    private sealed record SavedGap(string Dataset, string State, Problem Problem);
}
