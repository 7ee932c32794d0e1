using System.Net;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A range of addresses: CIDR, version 4 or 6; an address by itself is a range of one.</summary>
internal readonly record struct AddressRange(IPAddress First, int PrefixLength)
{
    /// <summary>Null for what is no range.</summary>
    internal static AddressRange? Parse(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text.AsSpan(0, slash), out IPAddress? address) || !IsWhole(text, slash, address))
        {
            return null;
        }

        int bits = address.GetAddressBytes().Length * 8;
        return slash < 0 ? new(address, bits)
            : int.TryParse(text.AsSpan(slash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int length) && length <= bits ? new(address, length)
            : null;
    }

    internal bool Contains(string address)
    {
        if (Parse(address) is not { } other || other.First.AddressFamily != First.AddressFamily || address.Contains('/', StringComparison.Ordinal))
        {
            return false;
        }

        byte[] own = First.GetAddressBytes(), given = other.First.GetAddressBytes();
        for (int bit = 0; bit < PrefixLength; bit++)
        {
            if (((own[bit / 8] ^ given[bit / 8]) & (0x80 >> (bit % 8))) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The parser also takes short forms of version 4 (<c>10.1</c>), which AWS does not.</summary>
    private static bool IsWhole(string text, int slash, IPAddress address) =>
        address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetwork || (slash < 0 ? text : text[..slash]).Count(character => character == '.') == 3;
}
