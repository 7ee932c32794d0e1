using System.Text;
using NhiGraph.Architecture.Tests;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Neo4j.Export;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Export;

/// <summary>What the files are, and what is refused rather than written wrongly. That the importer reads them so is <see cref="ImportTests"/>' to show.</summary>
public sealed class ExportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nhigraph-export-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(_folder, "files");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary><c>NHIGRAPH_REBASELINE=1</c> writes what came, and fails, so that no run passes unread.</summary>
    [Fact]
    public async Task Files_are_those_written_down()
    {
        await using var store = new MemoryGraphStore();
        await ExportedEstate.WriteAsync(store, Cancellation);
        await WriteAsync(store);

        var found = new StringBuilder();
        foreach (string file in Directory.GetFiles(Target).Order(StringComparer.Ordinal))
        {
            found.Append("=== ").Append(Path.GetFileName(file)).Append('\n').Append(Visible(await File.ReadAllTextAsync(file, Cancellation)));
        }

        string golden = Path.Combine(Repository.Root, "tests/NhiGraph.Storage.Neo4j.Tests/Export/golden.txt");
        if (Environment.GetEnvironmentVariable("NHIGRAPH_REBASELINE") == "1")
        {
            await File.WriteAllTextAsync(golden, found.ToString(), Cancellation);
            Assert.Fail($"Wrote {golden}: read the difference, then run without NHIGRAPH_REBASELINE.");
        }

        Assert.Equal(await File.ReadAllTextAsync(golden, Cancellation), found.ToString());
    }

    [Fact]
    public async Task Every_row_has_as_many_fields_as_its_header()
    {
        await using var store = new MemoryGraphStore();
        await ExportedEstate.WriteAsync(store, Cancellation);
        ExportReport report = await WriteAsync(store);

        long rows = 0, bytes = 0;
        foreach (string header in Directory.GetFiles(Target, "*.header.csv"))
        {
            string data = header.Replace(".header.csv", ".csv", StringComparison.Ordinal);
            int[] widths = [.. Widths(await File.ReadAllTextAsync(data, Cancellation))];
            Assert.All(widths, width => Assert.Equal(Widths(File.ReadAllText(header)).Single(), width));
            Assert.Contains($"{Path.GetFileName(header)},{Path.GetFileName(data)}", report.Command, StringComparison.Ordinal);
            rows += widths.Length;
            bytes += new FileInfo(header).Length + new FileInfo(data).Length;
        }

        Assert.Equal(report.Rows, rows);
        Assert.Equal(report.Bytes, bytes);
        Assert.Equal((4, 3, 4), (report.Version, report.Nodes, report.Edges));
        Assert.Contains("--multiline-fields=true", report.Command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_IntoAFolderWithFiles_IsRefusedAndLeavesThem()
    {
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "mine.txt"), "mine", Cancellation);
        await using var store = new MemoryGraphStore();
        ExportRefusedException refused = await Assert.ThrowsAsync<ExportRefusedException>(() => WriteAsync(store));

        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.GetFiles(Target).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a (b)", "x")]
    [InlineData("{a}", "x")]
    [InlineData("two\nlines", "x")]
    [InlineData("plain", "")]
    [InlineData("plain", "a\u001fb")]
    public async Task Write_OfWhatTheImporterCannotBeGiven_IsRefusedAndHasNoReadme(string property, string part)
    {
        await using var store = new MemoryGraphStore();
        GraphEdge on = new(EdgeKind.On, "hub", "bucket", Certainty.Proved) { On = new OnTarget(OnEffect.Allow, OnCovers.Parts, [part]) };
        await ExportedEstate.RunAsync(store, 1, Cancellation, Some.Nodes(Some.Node("hub", null, NodeKinds.Entitlement, (property, "value")), Some.Node("bucket", null, NodeKinds.Resource)) with { Edges = [Some.Derived(on)] });

        ExportRefusedException refused = await Assert.ThrowsAsync<ExportRefusedException>(() => WriteAsync(store));
        Assert.Contains("nhigraph copy", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Target, Neo4jExport.ReadmeName)));
    }

    [Fact]
    public async Task Write_Cancelled_HasNoReadme()
    {
        await using var store = new MemoryGraphStore();
        await ExportedEstate.WriteAsync(store, Cancellation);
        using IStoreHistory history = await store.HistoryAsync(Cancellation);

        Assert.Throws<OperationCanceledException>(() => Neo4jExport.Write(history, Target, null, new CancellationToken(canceled: true)));
        Assert.False(File.Exists(Path.Combine(Target, Neo4jExport.ReadmeName)));
    }

    private async Task<ExportReport> WriteAsync(MemoryGraphStore store)
    {
        using IStoreHistory history = await store.HistoryAsync(Cancellation);
        return Neo4jExport.Write(history, Target, null, Cancellation);
    }

    /// <summary>Fields of each row, read as the importer does: a quote doubled within quotes is one.</summary>
    private static IEnumerable<int> Widths(string text)
    {
        bool quoted = false;
        int width = 1;
        foreach (char sign in text)
        {
            quoted ^= sign == '"';
            if (!quoted && sign == ',')
            {
                width++;
            }
            else if (!quoted && sign == '\n')
            {
                yield return width;
                width = 1;
            }
        }
    }

    /// <summary>Signs that an editor or git would change stand as the pictures that Unicode has of them.</summary>
    private static string Visible(string text) => string.Concat(text.Select(sign => sign is < ' ' and not '\n' ? (char)('\u2400' + sign) : sign));
}
