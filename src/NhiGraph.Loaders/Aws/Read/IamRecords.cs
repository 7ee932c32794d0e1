using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>The facts of IAM's own records: which members are kept (<see cref="AwsDatasets"/> describes them).</summary>
internal static class IamRecords
{
    public static FactContent User(RecordReader user) => Common(user, "UserName", "UserId")
        .Set("GroupList", user.Texts("GroupList").Select(group => (group, FactContent.Quoted(group))))
        .Set("AttachedManagedPolicies", Attached(user))
        .Set("UserPolicyList", Inline(user, "UserPolicyList"))
        .Json("PermissionsBoundary", Boundary(user))
        .Set("Tags", Tags(user));

    public static FactContent Group(RecordReader group) => Common(group, "GroupName", "GroupId")
        .Set("AttachedManagedPolicies", Attached(group))
        .Set("GroupPolicyList", Inline(group, "GroupPolicyList"));

    public static FactContent Role(RecordReader role) => Common(role, "RoleName", "RoleId")
        .Text("Description", role.OptionalText("Description"))
        .Number("MaxSessionDuration", role.Number("MaxSessionDuration"))
        .Json("AssumeRolePolicyDocument", PolicyText.Read(role.Element("AssumeRolePolicyDocument"), PolicyKind.Trust, role.At("AssumeRolePolicyDocument"), role.Faults)
            ?? new FactContent().Flag(AwsDatasets.Unreadable, true).ToString())
        .Set("AttachedManagedPolicies", Attached(role))
        .Set("RolePolicyList", Inline(role, "RolePolicyList"))
        .Set("InstanceProfileList", role.Objects("InstanceProfileList").Select(profile =>
            (profile.Text("Arn"), new FactContent().Text("Arn", profile.Text("Arn")).Text("InstanceProfileName", profile.Text("InstanceProfileName")).ToString())))
        .Json("PermissionsBoundary", Boundary(role))
        .Json("RoleLastUsed", role.Object("RoleLastUsed") is { } used ? new FactContent().Text("LastUsedDate", used.Date("LastUsedDate")).Text("Region", used.OptionalText("Region")).ToString() : null)
        .Set("Tags", Tags(role));

    public static FactContent Policy(RecordReader policy) => Common(policy, "PolicyName", "PolicyId")
        .Text("DefaultVersionId", policy.OptionalText("DefaultVersionId"))
        .Text("UpdateDate", policy.Date("UpdateDate"))
        .Set("PolicyVersionList", Versions(policy))
        .Set("Tags", Tags(policy));

    private static FactContent Common(RecordReader record, string name, string id) => new FactContent()
        .Text("Arn", record.Text("Arn"))
        .Text(name, record.Text(name))
        .Text(id, record.OptionalText(id))
        .Text("Path", record.OptionalText("Path"))
        .Text("CreateDate", record.Date("CreateDate"));

    private static IEnumerable<(string By, string Json)> Attached(RecordReader record) => record.Objects("AttachedManagedPolicies").Select(policy =>
        (policy.Text("PolicyArn"), new FactContent().Text("PolicyArn", policy.Text("PolicyArn")).Text("PolicyName", policy.OptionalText("PolicyName")).ToString()));

    private static IEnumerable<(string By, string Json)> Inline(RecordReader record, string list) => record.Objects(list).Select(policy =>
    {
        string name = policy.Text("PolicyName");
        string? document = PolicyText.Read(policy.Element("PolicyDocument"), PolicyKind.Identity, policy.At("PolicyDocument"), policy.Faults);
        return (name, new FactContent().Text("PolicyName", name).Json("PolicyDocument", document).Flag(AwsDatasets.Unreadable, document is null ? true : null).ToString());
    });

    private static string? Boundary(RecordReader record) => record.Object("PermissionsBoundary") is { } boundary
        ? new FactContent().Text("PermissionsBoundaryArn", boundary.Text("PermissionsBoundaryArn")).Text("PermissionsBoundaryType", boundary.OptionalText("PermissionsBoundaryType")).ToString()
        : null;

    /// <summary>A tag says who owns a thing, never what it may do: a wrong one is left out alone.</summary>
    public static IEnumerable<(string By, string Json)> Tags(RecordReader record)
    {
        foreach ((JsonElement item, string locator) in record.Items("Tags"))
        {
            (string Key, string Value)? tag = Tag(item, locator, record.Faults);
            if (tag is not var (key, value))
            {
                record.Faults.Missing(AwsProblems.Input.FieldDropped(locator, "a tag with Key and Value"));
            }
            else if ((SecretPattern.InText(value) ?? SecretPattern.InText(key)) is { } secret)
            {
                record.Faults.Note(AwsProblems.Input.LooksLikeSecret(locator, secret));
            }
            else
            {
                yield return (key, new FactContent().Text("Key", key).Text("Value", value).ToString());
            }
        }
    }

    private static (string Key, string Value)? Tag(JsonElement item, string locator, RecordFaults faults)
    {
        try
        {
            RecordReader tag = RecordReader.Of(item, locator, faults);
            return tag.Element("Value") is { } element && RecordReader.TextOf(element) is { } value ? (tag.Text("Key"), value) : null;
        }
        catch (UnreadableRecordException)
        {
            return null;
        }
    }

    /// <summary>Exactly one version comes out as the one in force; where the record does not say which, or contradicts itself, that one is unreadable.</summary>
    private static IEnumerable<(string By, string Json)> Versions(RecordReader policy)
    {
        string? inForce = policy.OptionalText("DefaultVersionId");
        RecordReader[] versions = [.. policy.Objects("PolicyVersionList")];
        string[] flagged = [.. versions.Where(version => version.Flag("IsDefaultVersion") == true).Select(version => version.Text("VersionId"))];
        string? why = (inForce, flagged) switch
        {
            (null, []) => "neither DefaultVersionId nor IsDefaultVersion is given.",
            (_, { Length: > 1 }) => "several versions have IsDefaultVersion.",
            (not null, [var only]) when only != inForce => "DefaultVersionId and IsDefaultVersion differ.",
            _ => null,
        };
        inForce ??= flagged.Length > 0 ? flagged[0] : "unknown";
        if (why is null && versions.Count(version => version.Text("VersionId") == inForce) is var count && count != 1)
        {
            why = count == 0 ? "the version that DefaultVersionId names is not listed." : "the version that DefaultVersionId names is listed more than once.";
        }

        if (why is not null)
        {
            policy.Faults.Missing(AwsProblems.NoVersionInForce(policy.At("PolicyVersionList"), why));
            yield return (Order(inForce), new FactContent().Text("VersionId", inForce).Flag("IsDefaultVersion", true).Flag(AwsDatasets.Unreadable, true).ToString());
        }

        foreach (RecordReader version in versions)
        {
            string id = version.Text("VersionId");
            if (why is not null && id == inForce)
            {
                continue;
            }

            string? document = PolicyText.Read(version.Element("Document"), PolicyKind.Identity, version.At("Document"), version.Faults);
            yield return (Order(id), new FactContent().Text("VersionId", id).Flag("IsDefaultVersion", id == inForce).Text("CreateDate", version.Date("CreateDate")).Json("Document", document)
                .Flag(AwsDatasets.Unreadable, document is null ? true : null).ToString());
        }
    }

    /// <summary>So that v10 comes after v9.</summary>
    private static string Order(string version) => version.Length.ToString("00", CultureInfo.InvariantCulture) + version;
}
