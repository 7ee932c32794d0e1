using System.Text;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Tests.Reading;

public sealed class CodePointOrderTests
{
    private static readonly string[] Pieces = ["", "a", "b", "A", "\u00e9", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0010ffff", "\0"];

    [Fact]
    public void Compare_AnyTexts_IsTheOrderOfTheirUtf8()
    {
        string[] texts = [.. from first in Pieces from second in Pieces from third in Pieces select first + second + third];
        var random = new Random(7);
        for (int pair = 0; pair < 20_000; pair++)
        {
            string left = texts[random.Next(texts.Length)], right = texts[random.Next(texts.Length)];
            int expected = Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
            Assert.Equal(Math.Sign(expected), Math.Sign(CodePointOrder.Instance.Compare(left, right)));
        }
    }

    [Fact]
    public void Compare_Null_ComesFirst()
    {
        Assert.True(CodePointOrder.Instance.Compare(null, "") < 0);
        Assert.True(CodePointOrder.Instance.Compare("", null) > 0);
        Assert.Equal(0, CodePointOrder.Instance.Compare(null, null));
    }
}
