using System.Text;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Tests.Reading;

public sealed class FoldedTextTests
{
    private static IEnumerable<string> EveryCodePoint() => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(point => new Rune(point).ToString());

    [Fact]
    public void Fold_EveryCodePoint_IsTheSameFromUtf8AndFromText()
    {
        Span<byte> folded = stackalloc byte[12];
        foreach (string text in EveryCodePoint())
        {
            int length = FoldedText.Fold(Encoding.UTF8.GetBytes(text), folded);
            if (!folded[..length].SequenceEqual(FoldedText.Utf8(text)))
            {
                Assert.Fail($"U+{new Rune(char.ConvertToUtf32(text, 0)).Value:X4} folds to two texts.");
            }
        }
    }

    [Fact]
    public void Of_EveryCodePoint_IsFoldedOnce() => Assert.DoesNotContain(EveryCodePoint(), text => FoldedText.Of(FoldedText.Of(text)) != FoldedText.Of(text));

    [Theory]
    [InlineData("ς", "σ")]
    [InlineData("ÅNGSTRÖM", "ångström")]
    [InlineData("aws:Role/ABC", "aws:role/abc")]
    public void Of_FormsOfOneLetter_AreOne(string one, string other) => Assert.Equal(FoldedText.Of(other), FoldedText.Of(one));
}
