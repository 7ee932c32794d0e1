using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>Sound inputs broken at random: whatever comes, it is a refusal with code and place, or a reading that says what is missing; never another exception. The long form (<c>NHIGRAPH_LONG</c>) runs ten times as many.</summary>
public sealed partial class MutatedInputTests
{
    private static readonly int Cases = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NHIGRAPH_LONG")) ? 600 : 6000;

    private static readonly string[] Tokens =
        ["{", "}", "[", "]", ",", ":", "null", "true", "0", "-1e99", "\"\"", "\"*\"", "\"\\ud800\"", "\"%7B%22\"", "[]", "{}", "\"Arn\":", "\0", "\uFFFF", "\n", "\"", "arn:aws:iam::aws:root", "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]"];

    [Fact]
    public async Task A_file_cut_anywhere_is_refused_or_read_and_never_crashes()
    {
        int cases = 0;
        foreach ((string folder, string file, byte[] bytes) in Inputs())
        {
            int step = Math.Max(1, bytes.Length * 16 / Cases);
            for (int length = 0; length < bytes.Length; length += step, cases++)
            {
                SourceReading? reading = await Sound(folder, file, bytes[..length], $"{folder}/{file} cut at {length}");
                // A cut JSON file is never whole, but for its last line break.
                Assert.True(reading is null || !file.EndsWith(".json", StringComparison.Ordinal) || bytes.Length - length < 3 || file == "keys.json", $"{folder}/{file} cut at {length} was read.");
            }
        }

        Loaders.Tests.Cases.Ran("aws-read-truncated", cases);
        Assert.True(cases > 100);
    }

    [Fact]
    public async Task Tokens_deleted_doubled_swapped_and_replaced_are_refused_or_told_and_never_crash()
    {
        var random = new Random(20261123);
        (string Folder, string File, byte[] Bytes)[] inputs = [.. Inputs()];
        int refused = 0, told = 0;
        for (int i = 0; i < Cases; i++)
        {
            (string folder, string file, byte[] bytes) = inputs[random.Next(inputs.Length)];
            string[] tokens = [.. Token().Matches(Encoding.UTF8.GetString(bytes)).Select(match => match.Value)];
            for (int changes = 1 + random.Next(3); changes > 0; changes--)
            {
                Mutate(tokens, random);
            }

            SourceReading? reading = await Sound(folder, file, Encoding.UTF8.GetBytes(string.Concat(tokens)), string.Create(CultureInfo.InvariantCulture, $"case {i} of {folder}/{file}"));
            _ = reading is null ? refused++ : reading.Problems.Length > 0 ? told++ : 0;
        }

        Loaders.Tests.Cases.Ran("aws-read-mutated", Cases);
        Assert.True(refused > Cases / 20 && told > Cases / 20, $"{refused} refused, {told} told: the mutations no longer reach both.");
    }

    [Fact]
    public async Task Bytes_changed_at_random_are_refused_or_told_and_never_crash()
    {
        var random = new Random(4711);
        (string Folder, string File, byte[] Bytes)[] inputs = [.. Inputs()];
        for (int i = 0; i < Cases; i++)
        {
            (string folder, string file, byte[] bytes) = inputs[random.Next(inputs.Length)];
            byte[] changed = [.. bytes];
            for (int changes = 1 + random.Next(4); changes > 0; changes--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            await Sound(folder, file, changed, string.Create(CultureInfo.InvariantCulture, $"case {i} of {folder}/{file}"));
        }

        Loaders.Tests.Cases.Ran("aws-read-bytes", Cases);
    }

    private static void Mutate(string[] tokens, Random random)
    {
        int at = random.Next(tokens.Length);
        switch (random.Next(4))
        {
            case 0:
                tokens[at] = "";
                break;
            case 1:
                tokens[at] += tokens[at];
                break;
            case 2:
                int other = random.Next(tokens.Length);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            default:
                tokens[at] = Tokens[random.Next(Tokens.Length)];
                break;
        }
    }

    /// <summary>Reads a golden load with one file replaced; null if it was refused.</summary>
    private static async Task<SourceReading?> Sound(string folder, string file, byte[] bytes, string which)
    {
        try
        {
            SourceReading reading = await Exports.Read(GoldenLoad.Files(folder, file, bytes));
            AssertTold(reading.Problems, which);
            Assert.True(reading.Problems.Length > 0 || reading.Datasets.All(dataset => dataset.State != DatasetState.Partial || dataset.Dataset is "tagged-resources" or "access-keys"), which);
            Assert.All(reading.Datasets.SelectMany(dataset => dataset.Facts), fact => Assert.DoesNotContain("wJalrXUtnFEMI", fact.Content, StringComparison.Ordinal));
            return reading;
        }
        catch (RefusedInputException refusal)
        {
            AssertTold(refusal.Problems, which);
            Assert.All(refusal.Problems, problem => Assert.NotNull(problem.Locator));
            return null;
        }
        catch (Exception crash) when (crash is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException(which, crash);
        }
    }

    private static void AssertTold(IEnumerable<Problem> problems, string which) => Assert.All(problems, problem =>
    {
        Assert.Matches("^NHI-AWS-0[0-9]{2}$", problem.Code);
        Assert.True(problem.Statement.Length is > 0 and < 600 && problem.Remedy.Length > 0 && (problem.Locator is null || problem.Locator.Length < 3000), which);
        Assert.DoesNotContain("wJalrXUtnFEMI", problem.Statement, StringComparison.Ordinal);
    });

    private static IEnumerable<(string Folder, string File, byte[] Bytes)> Inputs() =>
        from folder in GoldenLoad.Folders
        from file in GoldenLoad.Inputs(folder)
        select (folder, file, File.ReadAllBytes(GoldenLoad.PathOf(folder, file)));

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z0-9_.+-]+|\\s+|.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
