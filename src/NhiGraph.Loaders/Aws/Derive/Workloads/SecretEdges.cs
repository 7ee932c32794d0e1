using System.Text.Json;
using System.Text.RegularExpressions;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Workloads;

/// <summary>
/// Which credentials secrets hold, where a secret's name or tag has the id of an access key of the account: the key is stored in it, and whoever may read the secret has the key. Nobody reads what is in it, so both are DECLARED.
/// </summary>
internal sealed partial class SecretEdges(WorkloadIndex workloads, HubFactory factory, ActionTable table, GraphDraft draft)
{
    /// <summary>To be called when hubs and credentials are all there.</summary>
    internal void Add()
    {
        Workload[] secrets = [.. workloads.Of("secrets")];
        HashSet<string> credentials = secrets.Length == 0 ? [] : [.. draft.Stated(NodeKinds.Credential)];
        foreach (Workload secret in secrets)
        {
            foreach ((string credential, Support says) in Named(secret).Where(named => credentials.Contains(named.Credential)).DistinctBy(named => named.Credential))
            {
                draft.Edge(new(EdgeKind.StoredIn, credential, secret.Key, Certainty.Declared), says);
                Yield(secret, credential, says);
            }
        }
    }

    private void Yield(Workload secret, string credential, Support says)
    {
        int kind = table.KindOf(secret.Patterns[0]);
        foreach (Hub hub in factory.Hubs.Values.Where(hub => hub.Capability == Capability.ReadSecret && hub.Origin is not null && hub.Kinds.Contains(kind)))
        {
            if (hub.On(secret.Patterns[0]) is { } lowered)
            {
                draft.Edge(new(EdgeKind.Yields, hub.Key, credential, Certainty.Declared) { Conditions = lowered, Assumptions = ResourceConsent.AssumptionsOf("secretsmanager") }, says, hub.Origin!);
            }
        }
    }

    private static IEnumerable<(string Credential, Support Says)> Named(Workload secret)
    {
        foreach (Match match in AccessKey().Matches(secret.Name))
        {
            yield return (AwsKeys.AccessKey(match.Value), new(secret.Fact, null, $"the secret's name has the id of the access key {match.Value}", "/Name"));
        }

        foreach (JsonElement tag in secret.Content.List("Tags"))
        {
            foreach (Match match in AccessKey().Matches(tag.Text("Value") ?? ""))
            {
                yield return (AwsKeys.AccessKey(match.Value), new(secret.Fact, null, $"the secret's tag {tag.Text("Key")} has the id of the access key {match.Value}", "/Tags"));
            }
        }
    }

    [GeneratedRegex("(?<![A-Za-z0-9])AKIA[A-Z0-9]{12,60}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AccessKey();
}
