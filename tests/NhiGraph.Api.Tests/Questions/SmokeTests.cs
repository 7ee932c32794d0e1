using System.Text.Json;
using NhiGraph.Api.Tests.Estates;

namespace NhiGraph.Api.Tests.Questions;

public sealed class SmokeTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Theory]
    [InlineData("{ identities { totalCount nodes { name key type nature enabled createdAt lastUsed { state at completeness { complete } } credentials { nodes { name inactive { reason from until } lastUsed { state at } } } consumers { nodes { name } } entitlements { nodes { entitlement { name capability } via { name } certainty evidence { statement run fact } } } creator { state } owners { state nodes { role } completeness { complete sources { source scope dataset state statement } } } } } }")]
    [InlineData("{ search(text:\"data\") { nodes { __typename name ... on Resource { path { name } children { nodes { name } } } } } sources { id kind scopes datasets { dataset state asOf } lastRun { id state opened } } runs { nodes { id kind state datasets { dataset facts } } pageInfo { endCursor } } graphVersion }")]
    [InlineData("{ blastRadius(of:[\"key-1\",\"nope\"]) { of { name } notFound summary { identities { proved possible open } resources { proved possible } sensitiveResources { proved possible } administers { proved possible } scopes { proved possible } environments depth } entities { totalCount nodes { distance certainty entity { name __typename } path { length certainty steps { edge from { name } to { name } conditions { statement } technique { id title } evidence { statement locator source { id } } } } } } resources { nodes { distance certainty capabilities capabilitiesPossible parts resource { name } path { steps { edge container { name } to { name } } } } } capabilities { capability resources { proved possible } } publicResources { possible } graph { nodes { id label kind count distance } edges { from to kind } truncated { statement } } assumptions { code demotes source { id } } completeness { complete sources { scope dataset state } } } }")]
    [InlineData("{ exposure(of:[\"archive\"]) { public summary { identities { proved possible } consumers { proved possible } } entities { nodes { distance certainty entity { name } path { steps { edge to { name } } } } } assumptions { code } } paths(from:[\"script\"], to:[\"archive\", \"zz\"]) { notFound truncated { statement } totalCount nodes { length contradiction steps { edge to { name } } } } chains(through:\"deploy\") { totalCount nodes { consumer { name } credential { name } identity { name } via { name } resources { proved possible open } missing certainty reached { nodes { resource { name } } } } } }")]
    public async Task Asks(string query)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        JsonElement answer = await asking.AnswerAsync(query);
        output.WriteLine(JsonSerializer.Serialize(answer, Indented));
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
    }
}
