namespace NhiGraph.Cli.Tests;

public sealed class StoreAddressTests
{
    [Theory]
    [InlineData("sqlite:a.db", "sqlite:b.db", "a.db")]
    [InlineData(null, "sqlite:b.db", "b.db")]
    [InlineData(null, "", "nhigraph.db")]
    [InlineData(null, null, "nhigraph.db")]
    public void Of_GivenThenEnvironmentThenDefault(string? given, string? environment, string file) =>
        Assert.Equal(new SqliteAddress(file), StoreAddress.Of(given, With(environment)));

    [Theory]
    [InlineData("sqlite:")]
    [InlineData("nhigraph.db")]
    [InlineData("SQLITE:a.db")]
    public void Of_NoAddress_SaysHowOneIsWritten(string given) =>
        Assert.Contains("sqlite:FILE", Assert.Throws<BadUseException>(() => StoreAddress.Of(given, With(null))).Message, StringComparison.Ordinal);

    private static Surroundings With(string? store) => new(TextWriter.Null, TextWriter.Null, false, name => name == StoreAddress.Variable ? store : null, TimeProvider.System);
}
