using System.Text;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests;

/// <summary>Sound inputs broken at random, and what must come of them: a refusal or a reading that is told well, never another exception.</summary>
internal static partial class Mutations
{
    private const int MostStatement = 600;
    private const int MostLocator = 3000;

    /// <summary>How many; the long form (<c>NHIGRAPH_LONG</c>) runs ten times as many.</summary>
    internal static int Count { get; } = Suite.Long ? 6000 : 600;

    /// <summary>One to three tokens deleted, doubled, swapped or replaced.</summary>
    internal static byte[] OfTokens(string text, string[] replacements, Random random)
    {
        string[] tokens = [.. Token().Matches(text).Select(match => match.Value)];
        for (int changes = 1 + random.Next(3); changes > 0; changes--)
        {
            int at = random.Next(tokens.Length), other = random.Next(tokens.Length);
            switch (random.Next(4))
            {
                case 0:
                    tokens[at] = "";
                    break;
                case 1:
                    tokens[at] += tokens[at];
                    break;
                case 2:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                default:
                    tokens[at] = replacements[random.Next(replacements.Length)];
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(string.Concat(tokens));
    }

    /// <summary>One to four bytes changed.</summary>
    internal static byte[] OfBytes(byte[] bytes, Random random)
    {
        byte[] changed = [.. bytes];
        for (int changes = 1 + random.Next(4); changes > 0; changes--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }

    /// <summary>What was read, once it was found sound; null if it was refused, with problems that say where.</summary>
    /// <param name="read">Reads and looks at what came.</param>
    /// <param name="told">Looks at the problems of a refusal.</param>
    /// <param name="which">The case, for whoever must find it again.</param>
    internal static async Task<T?> SoundAsync<T>(Func<Task<T>> read, Action<IEnumerable<Problem>> told, string which) where T : class
    {
        try
        {
            return await read();
        }
        catch (RefusedInputException refusal)
        {
            told(refusal.Problems);
            Assert.All(refusal.Problems, problem => Assert.NotNull(problem.Locator));
            return null;
        }
        catch (Exception crash) when (crash is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException(which, crash);
        }
    }

    /// <summary>Each problem has a code of its reader, a statement and a remedy of some length, and no secret.</summary>
    internal static void AssertTold(IEnumerable<Problem> problems, string code, string which, string? secret) => Assert.All(problems, problem =>
    {
        Assert.Matches(code, problem.Code);
        Assert.True(problem.Statement.Length is > 0 and < MostStatement && problem.Remedy.Length > 0 && (problem.Locator is null || problem.Locator.Length < MostLocator), which);
        Assert.False(secret is not null && (problem.Statement + problem.Locator).Contains(secret, StringComparison.Ordinal), which);
    });

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z0-9_.+-]+|\\s+|.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
