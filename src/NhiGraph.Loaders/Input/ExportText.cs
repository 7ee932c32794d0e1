using System.IO.Compression;
using System.Text;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Input;

/// <summary>The text of an input as UTF-8 without a byte order mark, read whole; one that is compressed by gzip is inflated. What cannot be read refuses the load.</summary>
internal static class ExportText
{
    /// <summary>Some ten times what an account of 5,000 roles exports to.</summary>
    public const int MaxBytes = 512 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RefusedInputException">The file cannot be opened or read, is too large, is empty or is no text.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(ExportFile file, InputProblems told, CancellationToken cancellation, int maxBytes = MaxBytes)
    {
        ReadOnlyMemory<byte> bytes;
        try
        {
            await using Stream stream = file.Open();
            bytes = await BytesAsync(stream, file.Name, maxBytes, told, cancellation);
            if (bytes.Span is [0x1F, 0x8B, ..])
            {
                await using var inflated = new GZipStream(new MemoryStream(bytes.ToArray(), writable: false), CompressionMode.Decompress);
                bytes = await BytesAsync(inflated, file.Name, maxBytes, told, cancellation);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or InvalidDataException or System.Security.SecurityException)
        {
            throw Refused(told.FileNotReadable(file.Name, Directory.Exists(file.Name) ? "it is a directory." : failure.Message));
        }

        ReadOnlyMemory<byte> text = Decoded(bytes, file.Name, told);
        return IsBlank(text.Span) ? throw Refused(told.Empty(file.Name)) : text;
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream stream, string name, int maxBytes, InputProblems told, CancellationToken cancellation)
    {
        // A pipe has no length: what is read is counted, not what is promised.
        using var buffer = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, maxBytes) : 0);
        byte[] block = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(block, cancellation)) > 0;)
        {
            if (buffer.Length + read > maxBytes)
            {
                throw Refused(told.FileTooLarge(name, maxBytes));
            }

            buffer.Write(block, 0, read);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>Windows PowerShell's <c>&gt;</c> writes UTF-16 with a byte order mark, so that is text too.</summary>
    private static ReadOnlyMemory<byte> Decoded(ReadOnlyMemory<byte> bytes, string name, InputProblems told)
    {
        try
        {
            switch (bytes.Span)
            {
                case [0xFF, 0xFE, ..]:
                    return Utf8.GetBytes(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes.Span[2..]));
                case [0xFE, 0xFF, ..]:
                    return Utf8.GetBytes(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes.Span[2..]));
                case [0xEF, 0xBB, 0xBF, ..]:
                    bytes = bytes[3..];
                    break;
            }

            _ = Utf8.GetCharCount(bytes.Span);
            return bytes;
        }
        catch (DecoderFallbackException failure)
        {
            throw Refused(told.NotText(name, failure.Index));
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    private static RefusedInputException Refused(Problem problem) => new([problem]);
}
