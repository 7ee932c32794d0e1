using System.Text;
using System.Text.Json;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.QueryApi;

public sealed class ResponseReaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private const string Whole = """{"data":{"fields":["a","b"],"values":[[1,"x \"y\" \\ \u00e9 🚀 é"],[null,{"k":[1,[2]],"e":{}}],[],[-9223372036854775808,["p","q\n",""]]]},"notifications":[{"code":"n"}],"counters":{"containsUpdates":true,"nodesCreated":3},"bookmarks":["FB:x"],"errors":[{"code":"Neo.X","message":"said"}]}""";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task An_answer_reads_alike_however_it_arrives(int bytes)
    {
        var reader = new ResponseReader(new Trickle(Encoding.UTF8.GetBytes(Whole), bytes));

        Assert.True(await reader.ReadAsync(Cancellation));
        Assert.Equal((2, 1L, "x \"y\" \\ é 🚀 é"), (reader.Row.Count, reader.Row.Number(0), reader.Row.Text(1)));
        Assert.True(await reader.ReadAsync(Cancellation));
        Assert.True(reader.Row.IsNull(0));
        Assert.Null(reader.Row.NumberOrNull(0));
        Assert.Equal("""{"k":[1,[2]],"e":{}}""", Encoding.UTF8.GetString(reader.Row.Json(1)));
        Assert.True(await reader.ReadAsync(Cancellation));
        Assert.Equal(0, reader.Row.Count);
        Assert.True(await reader.ReadAsync(Cancellation));
        Assert.Equal(long.MinValue, reader.Row.Number(0));
        Assert.Equal(["p", "q\n", ""], reader.Row.Texts(1));
        Assert.False(await reader.ReadAsync(Cancellation));
        Assert.False(await reader.ReadAsync(Cancellation));
        Assert.Equal(["a", "b"], reader.Fields);
        Assert.Equal(3, reader.Counters.NodesCreated);
        Assert.Equal(("Neo.X", "said"), (Assert.Single(reader.Errors).Code, reader.Errors[0].Said));
    }

    /// <summary>Against JsonDocument, which has the whole answer at once; rows longer and shorter than what is read at a time.</summary>
    [Fact]
    public async Task Random_answers_read_as_they_were_written()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            string json = JsonSerializer.Serialize(new
            {
                data = new { fields = (string[])["x"], values = Enumerable.Range(0, random.Next(40)).Select(_ => Enumerable.Range(0, random.Next(5)).Select(_ => Value(random)).ToArray()).ToArray() },
                counters = new { nodesCreated = seed },
            });
            using JsonDocument whole = JsonDocument.Parse(json);
            var reader = new ResponseReader(new Trickle(Encoding.UTF8.GetBytes(json), random.Next(1, 30_000)));
            foreach (JsonElement row in whole.RootElement.GetProperty("data").GetProperty("values").EnumerateArray())
            {
                Assert.True(await reader.ReadAsync(Cancellation), $"seed {seed}");
                Assert.Equal(row.EnumerateArray().Select(column => column.GetRawText()), Enumerable.Range(0, reader.Row.Count).Select(column => Encoding.UTF8.GetString(reader.Row.Json(column))));
                Assert.All(row.EnumerateArray().Select((column, i) => (column, i)).Where(pair => pair.column.ValueKind == JsonValueKind.String), pair => Assert.Equal(pair.column.GetString(), reader.Row.Text(pair.i)));
            }

            Assert.False(await reader.ReadAsync(Cancellation));
            Assert.Equal(seed, reader.Counters.NodesCreated);
        }

        static object? Value(Random random) => random.Next(6) switch
        {
            0 => null,
            1 => random.NextInt64(long.MinValue, long.MaxValue),
            2 => random.Next(2) == 0,
            3 => new object?[] { 1, "a\"b", new { k = (string?)null, deep = (int[][])[[1], []] } },
            4 => string.Concat(Enumerable.Repeat("é\\\"\n🚀x", random.Next(4_000))),
            _ => new string('x', random.Next(20)),
        };
    }

    [Fact]
    public async Task An_answer_cut_off_anywhere_is_told()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Whole);
        for (int length = 0; length < whole.Length; length++)
        {
            var reader = new ResponseReader(new Trickle(whole[..length], 1000));
            await Assert.ThrowsAsync<IOException>(async () =>
            {
                while (await reader.ReadAsync(Cancellation))
                {
                }
            });
        }
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[1]")]
    [InlineData("""{"data":{"fields":["x"],"values":[1]}}""")]
    [InlineData("""{"data":{"fields":["x"],"values":{}}}""")]
    public async Task What_is_no_answer_of_a_query_api_is_told(string body) =>
        await Assert.ThrowsAnyAsync<JsonException>(async () => await new ResponseReader(new Trickle(Encoding.UTF8.GetBytes(body), 1000)).ReadAsync(Cancellation));

    [Theory]
    [InlineData("""{"errors":[{"code":"Neo.A","message":"m"}]}""", "Neo.A")]
    [InlineData("""{"errors":[{"error":"Neo.B","message":"m"}]}""", "Neo.B")]
    [InlineData("""{"error":{"code":"Neo.C","message":"m"}}""", "Neo.C")]
    [InlineData("""{"errors":[{}]}""", "N/A")]
    [InlineData("""{"data":null,"errors":[{"code":"Neo.D"}]}""", "Neo.D")]
    public async Task An_error_is_read_in_each_form_seen(string body, string code)
    {
        var reader = new ResponseReader(new Trickle(Encoding.UTF8.GetBytes(body), 3));

        Assert.False(await reader.ReadAsync(Cancellation));
        Assert.Equal(code, Assert.Single(reader.Errors).Code);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_need_the_memory_of_a_few()
    {
        using var body = new MemoryStream();
        body.Write("{\"data\":{\"fields\":[\"x\"],\"values\":["u8);
        for (int row = 0; row < 100_000; row++)
        {
            body.Write(Encoding.UTF8.GetBytes($"{(row > 0 ? "," : "")}[{row},\"{new string('x', 100)}\"]"));
        }

        body.Write("]}}"u8);
        body.Position = 0;
        var reader = new ResponseReader(body);
        long sum = 0;
        while (await reader.ReadAsync(Cancellation))
        {
            sum += reader.Row.Number(0);
        }

        Assert.Equal(99_999L * 100_000 / 2, sum);
        Assert.Equal(16 * 1024, reader.Capacity);
    }

    [Fact]
    public async Task A_column_of_another_type_is_told()
    {
        var reader = new ResponseReader(new MemoryStream("""{"data":{"fields":[],"values":[[1.5,"x",true,12345678901234567890]]}}"""u8.ToArray()));
        await reader.ReadAsync(Cancellation);

        Assert.Equal((1.5, true), (reader.Row.Real(0), reader.Row.Boolean(2)));
        Assert.Throws<FormatException>(() => reader.Row.Number(0));
        Assert.Throws<FormatException>(() => reader.Row.Number(1));
        Assert.Throws<FormatException>(() => reader.Row.Number(3));
        Assert.Throws<FormatException>(() => reader.Row.Text(2));
        Assert.Throws<FormatException>(() => reader.Row.Boolean(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Row.Text(4));
    }

    /// <summary>Gives so many bytes a read.</summary>
    private sealed class Trickle(byte[] content, int bytes) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(bytes, buffer.Length)], cancellationToken);
    }
}
