using System.Globalization;
using System.Text;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>Sound inputs broken at random: whatever comes, it is a refusal with code and place, or a reading that says what is missing; never another exception. The long form (<c>NHIGRAPH_LONG</c>) runs ten times as many.</summary>
public sealed class MutatedInputTests
{
    private const string Secret = "wJalrXUtnFEMI";
    private static readonly int Cases = Mutations.Count;

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
                Assert.True(reading is null || !file.EndsWith(".json", StringComparison.Ordinal) || bytes.Length - length < 3 || file is "keys.json" or "policies-1.json" or "policies.json", $"{folder}/{file} cut at {length} was read.");
            }
        }

        Suite.Ran("aws-read-truncated", cases);
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
            SourceReading? reading = await Sound(folder, file, Mutations.OfTokens(Encoding.UTF8.GetString(bytes), Tokens, random), string.Create(CultureInfo.InvariantCulture, $"case {i} of {folder}/{file}"));
            _ = reading is null ? refused++ : reading.Problems.Length > 0 ? told++ : 0;
        }

        Suite.Ran("aws-read-mutated", Cases);
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
            await Sound(folder, file, Mutations.OfBytes(bytes, random), string.Create(CultureInfo.InvariantCulture, $"case {i} of {folder}/{file}"));
        }

        Suite.Ran("aws-read-bytes", Cases);
    }

    /// <summary>Reads a golden load with one file replaced; null if it was refused.</summary>
    private static Task<SourceReading?> Sound(string folder, string file, byte[] bytes, string which) => Mutations.SoundAsync(
        async () =>
        {
            SourceReading reading = await Exports.Read(GoldenLoad.Files(folder, file, bytes));
            AssertTold(reading.Problems, which);
            Assert.True(reading.Problems.Length > 0 || reading.Datasets.All(dataset => dataset.State != DatasetState.Partial || dataset.Dataset is "tagged-resources" or "access-keys" or "resource-policies" or "ssh-keys" or "service-specific-credentials" or "signing-certificates"), which);
            Assert.All(reading.Datasets.SelectMany(dataset => dataset.Facts), fact => Assert.DoesNotContain(Secret, fact.Content, StringComparison.Ordinal));
            return reading;
        },
        problems => AssertTold(problems, which),
        which);

    private static void AssertTold(IEnumerable<Problem> problems, string which) => Mutations.AssertTold(problems, "^NHI-AWS-0[0-9]{2}$", which, Secret);

    private static IEnumerable<(string Folder, string File, byte[] Bytes)> Inputs() =>
        from folder in GoldenLoad.Folders
        from file in GoldenLoad.Inputs(folder)
        select (folder, file, File.ReadAllBytes(GoldenLoad.PathOf(folder, file)));
}
