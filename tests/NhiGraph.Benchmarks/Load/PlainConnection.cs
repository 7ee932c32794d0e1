using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace NhiGraph.Benchmarks.Load;

/// <summary>
/// One kept connection that posts JSON and reads the whole answer, by blocking calls and without the comfort of a client library: load that shares the machine with what it measures must cost
/// next to nothing. Reads what our server writes: HTTP/1.1, a length or chunks.
/// </summary>
internal sealed class PlainConnection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Uri address;
    private byte[] received = new byte[64 * 1024];
    private int count;

    internal PlainConnection(Uri address)
    {
        this.address = address;
        socket.Connect(address.Host, address.Port);
    }

    internal byte[] RequestOf(string json) =>
        Encoding.UTF8.GetBytes($"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Head and body as they came; good until the next.</summary>
    internal ReadOnlySpan<byte> Ask(byte[] request)
    {
        socket.Send(request);
        count = 0;
        while (!IsWhole(received.AsSpan(0, count)))
        {
            if (count == received.Length)
            {
                Array.Resize(ref received, count * 2);
            }

            int read = socket.Receive(received, count, received.Length - count, SocketFlags.None);
            count += read > 0 ? read : throw new IOException("The server closed the connection.");
        }

        return received.AsSpan(0, count);
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        int head = answer.IndexOf(EndOfHead);
        if (head < 0)
        {
            return false;
        }

        int length = answer[..head].IndexOf("Content-Length: "u8);
        return length < 0
            ? answer.EndsWith("\r\n0\r\n\r\n"u8)
            : Utf8Parser.TryParse(answer[(length + "Content-Length: ".Length)..], out int bytes, out _) && answer.Length >= head + EndOfHead.Length + bytes;
    }
}
