using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.People.Read;

/// <summary>Sound inputs broken at random: a refusal with code and place, or a reading that says what is missing; never another exception, never a secret. The long form runs ten times as many.</summary>
public sealed partial class MutatedInputTests
{
    private const string Secret = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345";

    private static readonly int Count = Mutations.Count;
    private static readonly string[] Tokens = ["{", "}", "[", "]", ",", ":", ";", "|", "\t", "null", "\"", "\"\"", "\"\\ud800\"", "\n", "\r", "\0", "\uFFFF", "*", "employeeId", "id", "[]", "- ", "&a", "*a", "!!x", "2026-02-30", "@"];

    [Fact]
    public async Task Tokens_deleted_doubled_swapped_and_replaced_are_refused_or_told_and_never_crash()
    {
        var random = new Random(20261125);
        (string Folder, string File, byte[] Bytes)[] inputs = [.. Inputs()];
        int refused = 0, told = 0;
        for (int i = 0; i < Count; i++)
        {
            (string folder, string file, byte[] bytes) = inputs[random.Next(inputs.Length)];
            string which = string.Create(CultureInfo.InvariantCulture, $"case {i} of {folder}/{file}");
            _ = await SoundAsync(folder, file, Mutations.OfTokens(Encoding.UTF8.GetString(bytes), Tokens, random), which) is not { } readings ? refused++ : readings.Any(reading => reading.Problems.Length > 0) ? told++ : 0;
        }

        Suite.Ran("people-read-mutated", Count);
        Assert.True(refused > Count / 20 && told > Count / 20, $"{refused} refused, {told} told: the mutations no longer reach both.");
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_refused_or_read_and_never_crashes()
    {
        int cases = 0;
        foreach ((string folder, string file, byte[] bytes) in Inputs())
        {
            for (int length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length * 16 / Count), cases++)
            {
                await SoundAsync(folder, file, bytes[..length], $"{folder}/{file} cut at {length}");
            }
        }

        Suite.Ran("people-read-truncated", cases);
    }

    [Fact]
    public async Task A_secret_put_in_place_of_any_text_is_never_stored_nor_told()
    {
        int cases = 0;
        foreach ((string folder, string file, byte[] bytes) in Inputs())
        {
            string text = Encoding.UTF8.GetString(bytes);
            foreach (Match place in (file.EndsWith(".json", StringComparison.Ordinal) ? JsonText() : Field()).Matches(text))
            {
                string with = text[..place.Groups[1].Index] + Secret + text[(place.Groups[1].Index + place.Groups[1].Length)..];
                await SoundAsync(folder, file, Encoding.UTF8.GetBytes(with), $"{folder}/{file} with a secret at {place.Index}", Secret);
                cases++;
            }
        }

        Suite.Ran("people-read-secrets", cases);
        Assert.True(cases > 200, $"Only {cases} places.");
    }

    private static Task<SourceReading[]?> SoundAsync(string folder, string file, byte[] bytes, string which, string? secret = null) => Mutations.SoundAsync<SourceReading[]>(
        async () =>
        {
            SourceReading[] readings = [.. await PeopleLoad.ReadAsync(folder, file, bytes)];
            foreach (SourceReading reading in readings)
            {
                AssertTold(reading.Problems, which, secret);
                Assert.True(reading.Problems.Length > 0 || reading.Datasets.All(dataset => dataset.State != DatasetState.Partial), which);
                Assert.DoesNotContain(reading.Datasets.SelectMany(dataset => dataset.Facts), fact => secret is not null && (fact.Content + fact.Id.Key).Contains(secret, StringComparison.Ordinal));
            }

            return readings;
        },
        problems => AssertTold(problems, which, secret),
        which);

    private static void AssertTold(IEnumerable<Problem> problems, string which, string? secret) => Mutations.AssertTold(problems, "^NHI-(HR|APP|OWN)-0[0-9]{2}$", which, secret);

    private static IEnumerable<(string Folder, string File, byte[] Bytes)> Inputs() =>
        from folder in PeopleLoad.Folders
        from file in PeopleLoad.Inputs(folder)
        select (folder, file, File.ReadAllBytes(PeopleLoad.PathOf(folder, file)));

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex JsonText();

    [GeneratedRegex("(?<=[,;\\t\\n])([^,;\\t\\n\"]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
