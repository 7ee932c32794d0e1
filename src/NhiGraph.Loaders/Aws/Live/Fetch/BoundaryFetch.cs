using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Live.Api;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Asks for the policies of AWS that bound somebody and are attached to nobody: the authorization details leave them out. What comes is put together as they would have listed it.</summary>
internal sealed class BoundaryFetch(LiveSession session, AccountDocuments documents, Action<string> told)
{
    private static readonly LiveCall Policy = LiveCall.Of("GetPolicy", "iam");
    private static readonly LiveCall Version = LiveCall.Of("GetPolicyVersion");

    /// <param name="details">All pages of the authorization details.</param>
    internal async Task RunAsync(IReadOnlyCollection<JsonObject> details, CancellationToken cancellation)
    {
        string[] unlisted = [.. Items(details, "UserDetailList").Concat(Items(details, "RoleDetailList"))
            .Select(principal => (string?)(principal["PermissionsBoundary"] as JsonObject)?["PermissionsBoundaryArn"]).OfType<string>()
            .Where(arn => arn.Contains(":iam::aws:policy/", StringComparison.Ordinal))
            .Except(Items(details, "Policies").Select(policy => (string?)policy["Arn"]).OfType<string>(), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var policies = new JsonArray();
        foreach (string arn in unlisted)
        {
            told($"{session.Account}, boundary {arn}");
            if (await OneAsync(Policy, "Policy", cancellation, ("PolicyArn", arn)).ConfigureAwait(false) is { } policy
                && await OneAsync(Version, "PolicyVersion", cancellation, ("PolicyArn", arn), ("VersionId", (string?)policy["DefaultVersionId"] ?? "")).ConfigureAwait(false) is { } version)
            {
                policy["PolicyVersionList"] = new JsonArray(version.DeepClone());
                policies.Add(policy.DeepClone());
            }
        }

        if (policies.Count > 0)
        {
            documents.Add(Policy.Kind, $"{Policy.Kind}-boundaries", [new JsonObject { ["Policies"] = policies }]);
        }
    }

    private async Task<JsonObject?> OneAsync(LiveCall call, string member, CancellationToken cancellation, params (string Name, string Value)[] with)
    {
        ApiCall asked = call.In(session.Region, with);
        PageChain chain = await PageChain.ReadAsync(session.Api, call, asked, null, cancellation).ConfigureAwait(false);
        if (chain.Broken is { } problem)
        {
            documents.Miss(call, chain.State, problem);
        }

        return chain.Pages.Select(page => page[member]).OfType<JsonObject>().FirstOrDefault();
    }

    private static IEnumerable<JsonObject> Items(IEnumerable<JsonObject> pages, string list) => pages.SelectMany(page => (page[list] as JsonArray ?? []).OfType<JsonObject>());
}
