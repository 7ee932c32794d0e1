using System.Buffers;
using System.Text.RegularExpressions;

namespace NhiGraph.Loaders.Input;

/// <summary>What looks like a secret. Names and forms only; nothing is ever tried out.</summary>
internal static partial class SecretPattern
{
    /// <summary>Members of AWS's own answers whose value is a secret; no listing that is read here has one.</summary>
    private static readonly HashSet<string> SecretMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "SecretAccessKey", "SessionToken", "SecretString", "SecretBinary", "Password", "ServicePassword", "PrivateKey", "KeyMaterial", "ServiceCredentialSecret", "ClientSecret", "AuthToken",
    };

    private static readonly SearchValues<string> TokenBeginnings = SearchValues.Create(
        ["PRIVATE KEY-----", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "hvs.", "SecretAccessKey", "eyJ", "npm_", "sk_live_"], StringComparison.Ordinal);

    public static bool IsSecretMember(string name) => SecretMembers.Contains(name);

    /// <summary>What a free text (a tag, a description) looks like, or null. A bare 40 character key counts here, where nothing else of that form belongs.</summary>
    public static string? InText(string text) => InPolicy(text) ?? (HasRandomKey(text) ? "an AWS secret access key" : null);

    /// <summary>What a policy document holds, or null. Only forms that nothing but a secret has: a policy is full of long words.</summary>
    public static string? InPolicy(string text)
    {
        if (!text.AsSpan().ContainsAny(TokenBeginnings))
        {
            return null;
        }

        return text.Contains("PRIVATE KEY-----", StringComparison.Ordinal) ? "a private key"
            : Tokens().IsMatch(text) ? "a token"
            : text.Contains("SecretAccessKey", StringComparison.Ordinal) && BareKeys().IsMatch(text) ? "an AWS secret access key"
            : null;
    }

    private static bool HasRandomKey(string text)
    {
        foreach (ValueMatch match in BareKeys().EnumerateMatches(text))
        {
            ReadOnlySpan<char> word = text.AsSpan(match.Index, match.Length);
            // A path or a hexadecimal digest of 40 characters has fewer kinds of letters, or repeats more of them.
            if (word.ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('0', '9') && Entropy(word) > 4.4)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bits a character; 40 random ones of 64 have about 4.8, words about 4.</summary>
    private static double Entropy(ReadOnlySpan<char> word)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (char letter in word)
        {
            counts[letter]++;
        }

        double bits = 0;
        foreach (int count in counts)
        {
            if (count > 0)
            {
                double share = (double)count / word.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])", RegexOptions.CultureInvariant)]
    private static partial Regex BareKeys();

    [GeneratedRegex(@"\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{40}|\bglpat-[A-Za-z0-9_-]{20}|\bxox[bp]-[A-Za-z0-9-]{20}|\bhvs\.[A-Za-z0-9_-]{20}|\bnpm_[A-Za-z0-9]{36}|\bsk_live_[A-Za-z0-9]{20}|\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
