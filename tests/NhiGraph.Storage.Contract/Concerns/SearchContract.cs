using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>What a person types finds what they mean first.</summary>
public abstract class SearchContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task Ranks_come_in_their_order()
    {
        await PublishAsync(Some.Nodes(
            Some.Node("contains-deploy-in-key", "zz"), Some.Node("5", "my deploy"), Some.Node("4", "deployer"), Some.Node("aws:arn:aws:iam::1:role/deploy", "other"),
            Some.Node("3", "Deploy"), Some.Node("2", "xx", NodeKinds.Human, (PropertyNames.Email, "DEPLOY")), Some.Node("9", "unrelated")));

        Assert.Equal(["3", "2", "aws:arn:aws:iam::1:role/deploy", "4", "5", "contains-deploy-in-key"], await FindAsync("deploy"));
    }

    [Fact]
    public async Task Within_a_rank_names_then_keys_decide()
    {
        await PublishAsync(Some.Nodes(Some.Node("1", "role B"), Some.Node("3", "role a"), Some.Node("2", "Role A")));

        Assert.Equal(["2", "3", "1"], await FindAsync("role"));
    }

    [Fact]
    public async Task A_whole_key_finds_its_node_first()
    {
        await PublishAsync(Some.Nodes(Some.Node("aws:role/a", "x"), Some.Node("aws:role/a/b", "a"), Some.Node("2", "aws:role/a and more")));

        Assert.Equal(["aws:role/a", "aws:role/a/b", "2"], await FindAsync("AWS:ROLE/A"));
    }

    [Fact]
    public async Task A_key_id_is_found_as_a_part_of_a_key()
    {
        await PublishAsync(Some.Nodes(Some.Node("aws:accesskey/AKIAIOSFODNN7EXAMPLE", "key 1", NodeKinds.Credential), Some.Node("x", "about AKIAIOSFODNN7EXAMPLE")));

        Assert.Equal(["aws:accesskey/AKIAIOSFODNN7EXAMPLE", "x"], await FindAsync("akiaiosfodnn7example"));
    }

    [Fact]
    public async Task A_part_is_between_separators_wherever_it_stands()
    {
        await PublishAsync(Some.Nodes(Some.Node("ab:x", "1"), Some.Node("x/ab", "2"), Some.Node("x:ab/y", "3"), Some.Node("xab:aby/ab", "4"), Some.Node("abx:yab", "5")));

        Assert.Equal(["1", "2", "3", "4", "5"], await NamesAsync("ab"));
        Assert.Equal(SearchRank.Contains, SearchText.Of("ab")!.RankOf("5"u8, "abx:yab"u8, default, default));
        Assert.Equal(SearchRank.KeyPart, SearchText.Of("ab")!.RankOf("4"u8, "xab:aby/ab"u8, default, default));
    }

    [Fact]
    public async Task Mail_and_fingerprint_are_searched()
    {
        await PublishAsync(Some.Nodes(
            Some.Node("1", "Ada", NodeKinds.Human, (PropertyNames.Email, "Ada.Lovelace@example.com")), Some.Node("2", "key", NodeKinds.Credential, (PropertyNames.Fingerprint, "ab12cd34")),
            Some.Node("3", "other", NodeKinds.Human, (PropertyNames.Department, "lovelace"))));

        Assert.Equal(["1"], await FindAsync("lovelace@"));
        Assert.Equal(["1"], await FindAsync("ada.lovelace@EXAMPLE.com"));
        Assert.Equal(["2"], await FindAsync("12cd"));
    }

    [Theory]
    [InlineData("STRASSE", "strasse")]
    [InlineData("ÅNGSTRÖM", "ångström")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    [InlineData("ДОСТУП", "доступ")]
    [InlineData("\U00010400", "\U00010428")]
    [InlineData("ǅ", "ǆ")]
    public async Task Case_does_not_matter_in_any_script(string stored, string typed)
    {
        await PublishAsync(Some.Nodes(Some.Node("1", "x" + stored + "y"), Some.Node("2", "nothing")));

        Assert.Equal(["1"], await FindAsync(typed));
        Assert.Equal(["1"], await FindAsync(stored));
    }

    [Fact]
    public async Task Accents_matter()
    {
        await PublishAsync(Some.Nodes(Some.Node("1", "café"), Some.Node("2", "cafe")));

        Assert.Equal(["2"], await FindAsync("cafe"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("a OR b")]
    [InlineData("NEAR(")]
    public async Task Signs_of_query_languages_mean_themselves(string typed)
    {
        await PublishAsync(Some.Nodes(Some.Node("1", "x" + typed + "y"), Some.Node("2", "ab")));

        Assert.Equal(["1"], await FindAsync(typed));
    }

    [Fact]
    public async Task One_letter_is_enough()
    {
        await PublishAsync(Some.Nodes(Some.Node("1", "q"), Some.Node("2", "aqa"), Some.Node("3", "b")));

        Assert.Equal(["1", "2"], await FindAsync("Q"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t ")]
    public async Task Nothing_typed_is_a_listing(string? typed)
    {
        await PublishAsync(Some.Nodes(Some.Node("1", "b"), Some.Node("2", "a")));

        Assert.Equal(["2", "1"], await FindAsync(typed));
    }

    [Fact]
    public async Task White_space_around_the_text_is_cut()
    {
        await PublishAsync(Some.Nodes(Some.Node("1", "a b")));

        Assert.Equal(["1"], await FindAsync("  A B "));
    }

    private async Task<ImmutableArray<string>> FindAsync(string? text) => (await Store.FindAsync(new RunId(1), new NodeQuery { Text = text }, Cancellation)).Keys;

    private async Task<IEnumerable<string>> NamesAsync(string text)
    {
        ImmutableArray<string> keys = await FindAsync(text);
        Dictionary<string, string> names = (await Store.NodesAsync(new RunId(1), keys, Cancellation)).ToDictionary(stored => stored.Node.Key, stored => stored.Node.Name);
        return keys.Select(key => names[key]);
    }
}
