namespace NhiGraph.Cli;

/// <summary>What to try first on the sample estate.</summary>
internal static class DemoQuestions
{
    private static readonly (string Title, string Query)[] All =
    [
        ("What falls if the forgotten key falls?",
            "{ blastRadius(of: [\"aws:access-key:AKIAFORGOTTENEXAMPLE\"]) { summary { identities { proved possible } sensitiveResources { proved possible } administers { proved possible } } } }"),
        ("Who can read the customers' data, and how?",
            "{ exposure(of: [\"aws:arn:aws:s3:::acme-prod-customer-data\"]) { entities(kinds: [CONSUMER, CREDENTIAL], first: 20) { nodes { entity { name } distance certainty path { steps { edge to { name } } } } } } }"),
        ("Can the picture Lambda become an administrator?",
            "{ paths(from: [\"aws:arn:aws:iam::111122223333:role/thumbnail-lambda\"], to: [\"aws:arn:aws:iam::111122223333:role/maintenance-lambda\"]) { nodes { certainty steps { edge to { name } technique { id } } } } }"),
    ];

    internal static void Write(TextWriter writer, string url, StoreAddress store)
    {
        // The built program need not be on the path of who reads this.
        string? process = Environment.ProcessPath;
        string program = Path.GetFileNameWithoutExtension(process) == "nhigraph" ? process! : "nhigraph";
        writer.WriteLine($"Explorer  {url}");
        writer.WriteLine($"GraphQL   {url}/graphql (to type in: {url}/graphiql)");
        writer.WriteLine();
        writer.WriteLine("Three things to try, in the explorer (search: AKIAFORGOTTENEXAMPLE, acme-prod-customer-data, thumbnail-lambda) or from another terminal:");
        foreach ((string title, string query) in All)
        {
            writer.WriteLine($"  {title}");
            writer.WriteLine($"    {program} ask '{query}' --store '{store}'");
        }

        writer.WriteLine();
        writer.WriteLine("Ctrl-C stops it.");
    }
}
