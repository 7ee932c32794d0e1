using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Access keys, passwords and signing certificates from the credential report, and what listings have of these and of other credentials.</summary>
internal sealed class CredentialNodes(AccountFacts facts, ResourceCatalog catalog, GraphDraft draft)
{
    private static readonly Dictionary<string, UserCredentialKind> Kinds = UserCredentialKind.All.ToDictionary(kind => kind.Dataset, StringComparer.Ordinal);

    private sealed record Slot(int Number, bool? Active, string? Rotated);

    internal void Add()
    {
        ILookup<string, (FactKey Fact, JsonElement Content)> listed = facts.AccessKeys.Where(key => key.Content.Text("UserArn") is not null).ToLookup(key => key.Content.Text("UserArn")!, StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach ((FactKey fact, JsonElement row) in facts.Report)
        {
            string arn = row.Text("arn") ?? fact.Key;
            reported.Add(arn);
            User(fact, row, arn);
            Password(fact, row, arn);
            Certificates(fact, row, arn);
            Keys(fact, row, arn, [.. listed[arn]]);
        }

        foreach ((FactKey fact, JsonElement key) in facts.AccessKeys.Where(key => !reported.Contains(key.Content.Text("UserArn") ?? "")))
        {
            ListedKey(fact, key);
        }

        foreach ((FactKey fact, JsonElement credential) in facts.UserCredentials)
        {
            if (Kinds[fact.Dataset] is { Type: { } type } kind)
            {
                Listed(fact, credential, kind, type);
            }
        }

        foreach (IGrouping<string, (FactKey Fact, JsonElement Content)> user in facts.UserCredentials.Where(device => Kinds[device.Fact.Dataset].Type is null).GroupBy(device => device.Content.Text("UserArn") ?? "", StringComparer.Ordinal))
        {
            Devices(user.First().Fact, user.Key, user.Select(device => device.Fact.Key));
        }
    }

    private static string NameOf(string arn) => arn.EndsWith(":root", StringComparison.Ordinal) ? "root" : arn[(arn.LastIndexOf('/') + 1)..];

    private void User(FactKey fact, JsonElement row, string arn)
    {
        bool root = arn.EndsWith(":root", StringComparison.Ordinal);
        // A password is for people at the console; a user without one can only be used by programs.
        IdentityNature nature = root || row.Flag("password_enabled") == true ? IdentityNature.Human : row.Flag("password_enabled") == false ? IdentityNature.NonHuman : IdentityNature.Unknown;
        string? used = ((string?[])[row.Text("password_last_used"), row.Text("access_key_1_last_used_date"), row.Text("access_key_2_last_used_date")]).OfType<string>().Order(StringComparer.Ordinal).LastOrDefault();
        (string, string?)[] properties =
        [
            (PropertyNames.IdentityType, (root ? IdentityType.RootUser : IdentityType.CloudUser).Text()),
            (PropertyNames.Nature, nature == IdentityNature.Unknown ? null : nature.Text()),
            (PropertyNames.CreatedAt, row.Text("user_creation_time")),
            (PropertyNames.LastUsedAt, used),
            ("mfaActive", row.Flag("mfa_active") is { } mfa ? (mfa ? "true" : "false") : null),
        ];
        if (root)
        {
            draft.Node(fact, AwsKeys.OfArn(arn), NodeKinds.Identity, $"root of {facts.Account}", 1, [.. properties, (PropertyNames.Scope, facts.Scope)]);
        }
        else
        {
            catalog.List(fact, arn, NodeKinds.Identity | NodeKinds.Resource, NameOf(arn), 1, properties);
        }
    }

    /// <summary>What sort of second factors: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns has the ARNs of virtual devices and of security keys and passkeys; others are hardware.</summary>
    private void Devices(FactKey fact, string arn, IEnumerable<string> serials)
    {
        string sorts = string.Join(", ", serials.Select(serial => serial.Contains(":u2f/", StringComparison.Ordinal) ? "security key" : serial.Contains(":mfa/", StringComparison.Ordinal) ? "virtual" : "hardware").Order(StringComparer.Ordinal));
        (string, string?)[] properties = [("mfaActive", "true"), ("mfaDevices", sorts)];
        if (arn.EndsWith(":root", StringComparison.Ordinal))
        {
            draft.Node(fact, AwsKeys.OfArn(arn), NodeKinds.Identity, $"root of {facts.Account}", 0, [(PropertyNames.IdentityType, IdentityType.RootUser.Text()), (PropertyNames.Scope, facts.Scope), .. properties]);
        }
        else
        {
            catalog.List(fact, arn, NodeKinds.Identity | NodeKinds.Resource, NameOf(arn), 0, [(PropertyNames.IdentityType, IdentityType.CloudUser.Text()), .. properties]);
        }
    }

    private void Password(FactKey fact, JsonElement row, string arn)
    {
        // The report does not say of root whether it has a password; one that was used is there.
        bool? enabled = row.Flag("password_enabled") ?? (row.Text("password_last_used") is not null ? true : null);
        if (enabled != true)
        {
            return;
        }

        string? next = row.Text("password_next_rotation");
        Credential(fact, $"{AwsKeys.OfArn(arn)}#password", $"password of {NameOf(arn)}", CredentialType.Password, next is null ? Posture.Static : Posture.Expiring, arn, true, "/password_enabled",
            (PropertyNames.LastUsedAt, row.Text("password_last_used")), (PropertyNames.LastRotatedAt, row.Text("password_last_changed")), (PropertyNames.ExpiresAt, next));
    }

    private void Certificates(FactKey fact, JsonElement row, string arn)
    {
        for (int number = 1; number <= 2; number++)
        {
            string? rotated = row.Text($"cert_{number}_last_rotated");
            bool? active = row.Flag($"cert_{number}_active");
            if ((active == true || rotated is not null) && !IsListed(arn, rotated))
            {
                Credential(fact, $"{AwsKeys.OfArn(arn)}#signing-certificate-{number}", $"signing certificate {number} of {NameOf(arn)}", CredentialType.SigningCertificate, Posture.Static, arn, active, $"/cert_{number}_active",
                    (PropertyNames.LastRotatedAt, rotated));
            }
        }
    }

    /// <summary>A certificate of the report that a listing has, made at the same second, stands by the listing.</summary>
    private bool IsListed(string arn, string? rotated) => facts.UserCredentials.Any(credential => Kinds[credential.Fact.Dataset].Type == CredentialType.SigningCertificate && credential.Content.Text("UserArn") == arn
        && FactJson.Seconds(credential.Content.Text("CreateDate")) is { } made && made == FactJson.Seconds(rotated));

    /// <summary>What is for one service signs in nowhere else.</summary>
    private void Listed(FactKey fact, JsonElement credential, UserCredentialKind kind, CredentialType type)
    {
        if (credential.Text("UserArn") is not { } arn)
        {
            return;
        }

        string? service = kind.For ?? credential.Text("ServiceName"), expires = credential.Text("ExpirationDate");
        catalog.List(fact, arn, NodeKinds.Identity | NodeKinds.Resource, NameOf(arn), 0, (PropertyNames.IdentityType, IdentityType.CloudUser.Text()));
        ImmutableArray<Condition> only = service is null ? [] : [ConditionSets.Make("Service", "StringEquals", [service], $"it signs in to {service} alone")];
        Credential(fact, kind.Prefix + fact.Key, fact.Key, type, expires is null ? Posture.Static : Posture.Expiring, arn, credential.Text("Status") is { } status ? status == "Active" : null, "/Status", only,
            (PropertyNames.CreatedAt, credential.Text("CreateDate")), (PropertyNames.LastRotatedAt, credential.Text("CreateDate")), (PropertyNames.ExpiresAt, expires), ("service", service));
    }

    /// <summary>A slot of the report is a listed key when both were made at the same second and no other fits as well; else they stand beside each other.</summary>
    private void Keys(FactKey fact, JsonElement row, string arn, (FactKey Fact, JsonElement Content)[] keys)
    {
        Slot[] slots = [.. Enumerable.Range(1, 2).Select(number => new Slot(number, row.Flag($"access_key_{number}_active"), row.Text($"access_key_{number}_last_rotated"))).Where(slot => slot.Active == true || slot.Rotated is not null)];
        var matched = new Dictionary<int, string>();
        foreach (Slot slot in slots)
        {
            (FactKey Fact, JsonElement Content)[] same = [.. keys.Where(key => FactJson.Seconds(key.Content.Text("CreateDate")) is { } at && at == FactJson.Seconds(slot.Rotated))];
            (FactKey Fact, JsonElement Content)[] alike = same.Length < 2 ? same : [.. same.Where(key => key.Content.Text("Status") == "Active" == (slot.Active == true))];
            if (alike.Length == 1)
            {
                matched.Add(slot.Number, alike[0].Fact.Key);
            }
        }

        if (matched.Values.Distinct(StringComparer.Ordinal).Count() < matched.Count)
        {
            matched.Clear();
        }

        if (keys.Length > 0 && matched.Count < slots.Length)
        {
            draft.Problem(AwsDeriveProblems.KeysAmbiguous(arn, slots.Length - matched.Count, keys.Length - matched.Count));
        }

        foreach (Slot slot in slots)
        {
            string prefix = $"access_key_{slot.Number}_";
            bool known = matched.TryGetValue(slot.Number, out string? id);
            Credential(fact, known ? AwsKeys.AccessKey(id!) : $"{AwsKeys.OfArn(arn)}#access-key-{slot.Number}", known ? id! : $"access key {slot.Number} of {NameOf(arn)}", CredentialType.AccessKey, Posture.Static, arn, slot.Active, $"/{prefix}active",
                (PropertyNames.CreatedAt, slot.Rotated), (PropertyNames.LastRotatedAt, slot.Rotated), (PropertyNames.LastUsedAt, row.Text(prefix + "last_used_date")),
                ("lastUsedService", row.Text(prefix + "last_used_service")), ("lastUsedRegion", row.Text(prefix + "last_used_region")), ("slot", $"{slot.Number}"));
        }

        foreach ((FactKey keyFact, JsonElement key) in keys)
        {
            ListedKey(keyFact, key);
        }
    }

    private void ListedKey(FactKey fact, JsonElement key)
    {
        if (key.Text("UserArn") is not { } arn)
        {
            return;
        }

        catalog.List(fact, arn, NodeKinds.Identity | NodeKinds.Resource, NameOf(arn), 0, (PropertyNames.IdentityType, IdentityType.CloudUser.Text()));
        Credential(fact, AwsKeys.AccessKey(fact.Key), fact.Key, CredentialType.AccessKey, Posture.Static, arn, key.Text("Status") is { } status ? status == "Active" : null, "/Status",
            (PropertyNames.CreatedAt, key.Text("CreateDate")), (PropertyNames.LastRotatedAt, key.Text("CreateDate")));
    }

    private void Credential(FactKey fact, string key, string name, CredentialType type, Posture posture, string arn, bool? enabled, string pointer, params ReadOnlySpan<(string Name, string? Value)> properties) =>
        Credential(fact, key, name, type, posture, arn, enabled, pointer, [], properties);

    private void Credential(FactKey fact, string key, string name, CredentialType type, Posture posture, string arn, bool? enabled, string pointer, ImmutableArray<Condition> conditions, params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        draft.Node(fact, key, NodeKinds.Credential, name, fact.Dataset == AwsDatasets.CredentialReport ? 1 : 2,
        [
            (PropertyNames.CredentialType, type.Text()), (PropertyNames.Posture, posture.Text()), (PropertyNames.Enabled, enabled is null ? null : enabled.Value ? "true" : "false"), (PropertyNames.Scope, facts.Scope), .. properties,
        ]);
        Validity validity = enabled == false ? Validity.Never : Validity.Always;
        draft.Edge(new(EdgeKind.Authenticates, key, AwsKeys.OfArn(arn), ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Validity = validity }, new Support(fact, null, $"{name} signs in as {NameOf(arn)}", pointer));
    }
}
