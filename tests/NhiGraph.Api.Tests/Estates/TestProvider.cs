using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Tests.Estates;

/// <summary>What a provider declares, without its loaders.</summary>
internal static class TestProvider
{
    internal static Provider Aws { get; } = new(
        "aws",
        new("rules"),
        _ => throw new InvalidOperationException("These tests write the graph themselves."),
        _ => throw new InvalidOperationException("These tests write the graph themselves."),
        [
            new("iam-users", DatasetTells.Identities | DatasetTells.Grants, "Users of the account."),
            new("credential-report", DatasetTells.Credentials | DatasetTells.Usage, "Keys and passwords with their use.", TimeSpan.FromDays(2_000)),
            new("tagged-resources", DatasetTells.Resources, "Resources with tags."),
            new("owners", DatasetTells.Owners | DatasetTells.Creators, "Who answers for what."),
        ],
        [new("AWS_SCP_NOT_READ", "Organisation policies were not read.", false), new("AWS_TECHNIQUES", "Only one technique is looked for.", true)],
        new([new("lambda-001", "Pass a role to a new function", "Create a function that runs as the role.", ["iam:PassRole", "lambda:CreateFunction"], ["https://pathfinding.cloud/paths/lambda-001"])]));
}
