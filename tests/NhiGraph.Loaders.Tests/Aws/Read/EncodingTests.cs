using System.Text;
using System.Text.Json;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

public sealed class EncodingTests
{
    private const string Text = "{\r\n\"UserDetailList\":[{\"Arn\":\"arn:aws:iam::111122223333:user/ana\",\"UserName\":\"ana\",\"Tags\":[{\"Key\":\"owner\",\"Value\":\"Zoë 😀\"}]}]\r\n}";

    public static TheoryData<string> Encodings() => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_byte_order_mark_makes_no_difference(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        SourceReading plain = await Exports.ReadDetails(Text);
        SourceReading marked = await Exports.Read(Exports.Files([Exports.Bytes("page1.json", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)])]));
        Assert.Equal(plain.Datasets.SelectMany(dataset => dataset.Facts), marked.Datasets.SelectMany(dataset => dataset.Facts));
        using JsonDocument user = JsonDocument.Parse(marked.Datasets.Single(dataset => dataset.Facts.Length > 0).Facts.Single().Content);
        Assert.Equal("Zoë 😀", user.RootElement.GetProperty("Tags")[0].GetProperty("Value").GetString());
    }
}
