using System.Text;
using System.Text.Json;
using Microsoft.VisualBasic.FileIO;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>The CSV of a credential report, given as such or within the JSON that <c>aws iam get-credential-report</c> prints.</summary>
internal static class CredentialReportText
{
    /// <summary>The CSV with the place that its line numbers are appended to.</summary>
    /// <exception cref="RefusedInputException">It is JSON, but not of that shape.</exception>
    public static IEnumerable<(string Place, ReadOnlyMemory<byte> Csv)> Of(string file, ReadOnlyMemory<byte> text)
    {
        if (text.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
        {
            return [(file + "#", text)];
        }

        return [.. JsonDocuments.Of(file, text.Span, AwsProblems.Input).Select(document => (document.At("/Content/"), (ReadOnlyMemory<byte>)Decoded(document)))];
    }

    internal static TextFieldParser Rows(ReadOnlyMemory<byte> csv) =>
        new(new StringReader(Encoding.UTF8.GetString(csv.Span))) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };

    /// <summary>The users that it names; none where it does not read: its reader tells why.</summary>
    internal static IReadOnlyList<string> Users(ReadOnlyMemory<byte> csv)
    {
        var users = new List<string>();
        try
        {
            using TextFieldParser rows = Rows(csv);
            while (rows.ReadFields() is { } row)
            {
                users.Add(row[0]);
            }
        }
        catch (Exception wrong) when (wrong is MalformedLineException or InvalidOperationException)
        {
            return [];
        }

        return [.. users.Skip(1).Where(user => user != "<root_account>")];
    }

    private static byte[] Decoded(ExportDocument document)
    {
        try
        {
            return IamPage.Root(document).Element("Content") is { ValueKind: JsonValueKind.String } content && content.TryGetBytesFromBase64(out byte[]? csv) ? csv : throw NoContent(document);
        }
        catch (InvalidOperationException)
        {
            throw NoContent(document);
        }
    }

    private static RefusedInputException NoContent(ExportDocument document) => IamPage.WrongShape(document.Place, "an object whose Content is the report in base64");
}
