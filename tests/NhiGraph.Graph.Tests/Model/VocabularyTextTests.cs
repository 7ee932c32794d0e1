using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Tests.Model;

public sealed class VocabularyTextTests
{
    [Fact]
    public void Text_EveryValueOfEveryEnum_ReadsBack()
    {
        int values = 0;
        foreach (Type type in typeof(Vocabulary).Assembly.GetExportedTypes().Where(type => type.IsEnum))
        {
            values += (int)typeof(VocabularyTextTests).GetMethod(nameof(RoundTrip), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, null)!;
        }

        Assert.True(values > 150);
    }

    [Theory]
    [InlineData("CanAssume", "CAN_ASSUME")]
    [InlineData("On", "ON")]
    [InlineData("already", "ALREADY")]
    public void Screaming_NameInCode_HasAWordAHump(string name, string expected) => Assert.Equal(expected, VocabularyText.Screaming(name));

    [Fact]
    public void TryParse_WhatIsNoName_IsFalse()
    {
        Assert.False(VocabularyText.TryParse(null, out EdgeKind _));
        Assert.False(VocabularyText.TryParse("", out EdgeKind _));
        Assert.False(VocabularyText.TryParse("CanAssume", out EdgeKind kind));
        Assert.Equal(default, kind);
        Assert.Equal(Posture.Unknown, VocabularyText.ParseOrDefault<Posture>("static"));
    }

    [Fact]
    public void Text_ANumberThatIsNoValue_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((EdgeKind)200).Text());
        Assert.Throws<ArgumentOutOfRangeException>(() => (NodeKinds.Identity | NodeKinds.Resource).Text());
    }

    private static int RoundTrip<TEnum>() where TEnum : struct, Enum
    {
        TEnum[] values = Enum.GetValues<TEnum>();
        foreach (TEnum value in values)
        {
            Assert.Equal(VocabularyText.Screaming(value.ToString()), value.Text());
            Assert.True(VocabularyText.TryParse(value.Text(), out TEnum back));
            Assert.Equal(value, back);
        }

        return values.Length;
    }
}
