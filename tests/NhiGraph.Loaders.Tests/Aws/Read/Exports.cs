using System.Text;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>Inputs made of texts, and the reading of them.</summary>
internal static class Exports
{
    public static ExportFile Text(string name, string text) => Bytes(name, Encoding.UTF8.GetBytes(text));

    public static ExportFile Bytes(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false));

    public static AwsExportFiles Files(ExportFile[]? details = null, ExportFile[]? reports = null, ExportFile[]? keys = null, ExportFile[]? resources = null) =>
        new([.. details ?? []], [.. reports ?? []], [.. keys ?? []], [.. resources ?? []]);

    public static Task<SourceReading> Read(AwsExportFiles files) => AwsExport.ReadAsync(files, TestContext.Current.CancellationToken);

    public static Task<SourceReading> ReadDetails(params string[] documents) => Read(Files([.. documents.Select((document, i) => Text($"page{i + 1}.json", document))]));
}
