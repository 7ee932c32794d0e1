using System.Text;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed partial class SecretTests
{
    private const string Token = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345";
    private const string PrivateKey = "-----BEGIN " + "PRIVATE KEY-----MIIEvQIBADANBgkqhkiG9w0BAQEFAASC";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY";

    [Theory]
    [InlineData(Token)]
    [InlineData(PrivateKey)]
    public async Task A_secret_put_in_place_of_any_text_is_never_stored_nor_told(string secret)
    {
        int cases = 0;
        foreach (string folder in (string[])["one-account", "pages", "two-accounts", "credentials", "inventory"])
        {
            foreach (string file in GoldenLoad.Inputs(folder))
            {
                string text = await File.ReadAllTextAsync(GoldenLoad.PathOf(folder, file), TestContext.Current.CancellationToken);
                Regex places = file.EndsWith(".csv", StringComparison.Ordinal) ? Field() : JsonText();
                foreach (Match place in places.Matches(text))
                {
                    string with = text[..place.Groups[1].Index] + secret + text[(place.Groups[1].Index + place.Groups[1].Length)..];
                    await AssertNotKept(folder, file, with, secret, $"{folder}/{file} at {place.Index}");
                    cases++;
                }
            }
        }

        Suite.Ran("aws-read-secrets-" + (secret == Token ? "token" : "key"), cases);
        Assert.True(cases > 500, $"Only {cases} places.");
    }

    [Theory]
    [InlineData(SecretKey, "an AWS secret access key")]
    [InlineData("the key is " + SecretKey + ", keep it", "an AWS secret access key")]
    [InlineData(Token, "a token")]
    [InlineData(PrivateKey, "a private key")]
    [InlineData("da39a3ee5e6b4b0d3255bfef95601890afd80709", null)]
    [InlineData("Departments/Engineering/Platform/Team0001", null)]
    [InlineData("AKIAIOSFODNN7EXAMPLE", null)]
    [InlineData("0123456789012345678901234567890123456789", null)]
    [InlineData("owned by ana.lindqvist@acme.example", null)]
    [InlineData("", null)]
    public void A_free_text_is_a_secret_by_its_form(string text, string? found) => Assert.Equal(found, SecretPattern.InText(text));

    private static async Task AssertNotKept(string folder, string file, string text, string secret, string which)
    {
        try
        {
            SourceReading reading = await Exports.Read(GoldenLoad.Files(folder, file, Encoding.UTF8.GetBytes(text)));
            Assert.DoesNotContain(secret, string.Join('\n', reading.Problems), StringComparison.Ordinal);
            Assert.True(reading.Datasets.All(dataset => dataset.Facts.All(fact => !fact.Content.Contains(secret, StringComparison.Ordinal) && !fact.Id.Key.Contains(secret, StringComparison.Ordinal))), which);
        }
        catch (RefusedInputException refusal)
        {
            Assert.False(string.Join('\n', refusal.Problems).Contains(secret, StringComparison.Ordinal), which);
        }
    }

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex JsonText();

    [GeneratedRegex("(?<=[,\\n])([^,\\n]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
