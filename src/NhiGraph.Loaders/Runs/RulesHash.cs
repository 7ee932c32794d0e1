using System.Security.Cryptography;
using System.Text;

namespace NhiGraph.Loaders.Runs;

/// <summary>One hash over the rules of all providers: what a run derived with.</summary>
public static class RulesHash
{
    /// <summary>Hex of SHA-256 over kind and hash of each provider; their order does not matter.</summary>
    public static string Of(IEnumerable<Provider> providers)
    {
        string text = string.Join('\n', providers.Select(provider => $"{provider.SourceKind} {provider.RulesHash.Value}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
