using System.Text.Json;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What is known of users' keys and passwords; null where nobody told.</summary>
internal sealed class UserSecrets
{
    private const int KeysOfUser = 2;
    private const string Devices = "mfa-devices";

    private readonly Dictionary<string, JsonElement> report;
    private readonly Dictionary<string, int> listed;

    private readonly HashSet<string> withDevice;
    private readonly bool allDevices;

    internal UserSecrets(AccountFacts facts)
    {
        withDevice = [.. facts.UserCredentials.Where(device => device.Fact.Dataset == Devices).Select(device => device.Content.Text("UserArn")).OfType<string>()];
        allDevices = facts.IsWhole(Devices);
        report = facts.Report.ToDictionary(row => row.Content.Text("arn") ?? row.Fact.Key, row => row.Content, StringComparer.Ordinal);
        listed = facts.AccessKeys.Where(key => key.Content.Text("UserArn") is not null).GroupBy(key => key.Content.Text("UserArn")!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    internal bool? HasFreeKeySlot(string user)
    {
        if (listed.GetValueOrDefault(user) >= KeysOfUser)
        {
            return false;
        }

        return !report.TryGetValue(user, out JsonElement row) ? null : !Enumerable.Range(1, KeysOfUser).All(slot => row.Flag($"access_key_{slot}_active") == true || row.Text($"access_key_{slot}_last_rotated") is not null);
    }

    internal bool? HasPassword(string user) => report.TryGetValue(user, out JsonElement row) ? row.Flag("password_enabled") : null;

    internal bool? HasSecondFactor(string user) => withDevice.Contains(user) ? true : (report.TryGetValue(user, out JsonElement row) ? row.Flag("mfa_active") : null) ?? (allDevices ? false : null);
}
