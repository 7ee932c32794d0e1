using System.Text.Json;

namespace NhiGraph.Loaders.Tests.Aws.Policy.Twin;

/// <summary>
/// Decides one case for one resource with every context key told, straight from the words of the reference (evaluation order, table of bypasses, explicit trust). No patterns algebra, no formulas, no compiled policies.
/// </summary>
internal sealed class NaiveEvaluator
{
    private static readonly string[] OfRcp = ["s3", "sts", "kms", "sqs", "secretsmanager", "dynamodb", "ecr"];

    private readonly JsonElement given;
    private readonly string action, resource, kind, arn, account, owner;
    private readonly NaiveConditions conditions;
    private readonly IReadOnlyDictionary<string, JsonElement?> told;

    /// <param name="told">Values for keys that the case leaves unknown; null for a key that is absent.</param>
    internal NaiveEvaluator(JsonElement given, string resource, IReadOnlyDictionary<string, JsonElement?> told)
    {
        (this.given, this.resource, this.told) = (given, resource, told);
        action = given.GetProperty("action").GetString()!.ToLowerInvariant();
        JsonElement principal = given.GetProperty("principal");
        arn = principal.TryGetProperty("arn", out JsonElement own) ? own.GetString()! : "";
        kind = principal.TryGetProperty("service", out _) ? "service" : principal.TryGetProperty("anonymous", out _) ? "anonymous"
            : arn.EndsWith(":root", StringComparison.Ordinal) ? "root" : arn.Contains(":user/") ? "user" : arn.Contains(":role/") ? "role" : arn.Contains(":assumed-role/") ? "session" : "federated";
        account = arn.Length > 0 ? arn.Split(':')[4] : "";
        owner = given.TryGetProperty("resourceAccount", out JsonElement said) ? said.GetString()! : resource.Split(':') is { Length: >= 6 } fields && fields[4].Length == 12 ? fields[4] : account;
        conditions = new(Key);
    }

    internal string Decide()
    {
        bool trust = action is "sts:assumerole";
        bool key = action.StartsWith("kms:", StringComparison.Ordinal) && resource.Contains(":key/");
        if (trust && (kind == "root" || kind == "federated"))
        {
            return "IMPLICITLY_DENIED";
        }

        bool signedIn = kind is not ("service" or "anonymous");
        bool linked = arn.Contains(":role/aws-service-role/");
        bool cross = signedIn && owner != account;
        bool managed = Flag("managementAccount");
        bool ownPolicies = signedIn && kind != "root";
        JsonElement[] identity = ownPolicies ? Documents("identityPolicies") : [];
        JsonElement[] boundaries = ownPolicies ? Documents("boundaries") : [];
        JsonElement[] session = signedIn && given.TryGetProperty("sessionPolicy", out JsonElement s) ? [s] : [];
        JsonElement[] ofResource = given.TryGetProperty("resourcePolicy", out JsonElement r) ? [r] : [];
        JsonElement[][] scps = signedIn && !linked && !managed ? Levels("scps") : [];
        JsonElement[][] rcps = !linked && !(managed && !cross) && OfRcp.Contains(action.Split(':')[0]) ? Levels("rcps") : [];
        JsonElement[] endpoint = Documents("endpointPolicies");

        // 1. An explicit Deny anywhere.
        if (identity.Concat(boundaries).Concat(session).Concat(ofResource).Concat(scps.SelectMany(level => level)).Concat(rcps.SelectMany(level => level)).Concat(endpoint)
            .SelectMany(Statements).Any(statement => Effect(statement) == "Deny" && Applies(statement) && Named(statement).Length > 0))
        {
            return "EXPLICITLY_DENIED";
        }

        // 2., 3. Each level must allow, and the endpoint.
        bool Allows(IEnumerable<JsonElement> documents) => documents.SelectMany(Statements).Any(statement => Effect(statement) == "Allow" && Applies(statement) && Named(statement).Length > 0);
        if (scps.Any(level => !Allows(level)) || (endpoint.Length > 0 && !Allows(endpoint)))
        {
            return "IMPLICITLY_DENIED";
        }

        string[] granted = [.. ofResource.SelectMany(Statements).Where(statement => Effect(statement) == "Allow" && Applies(statement)).SelectMany(Named)];
        bool byIdentity = kind == "root" || Allows(identity);
        bool byBoundary = boundaries.Length == 0 || Allows(boundaries);
        bool bySession = session.Length == 0 ? kind != "federated" : Allows(session);
        bool allowed;
        if (!signedIn)
        {
            allowed = granted.Contains("direct");
        }
        else if (cross)
        {
            allowed = byIdentity && byBoundary && bySession && granted.Length > 0;
        }
        else
        {
            // The table of bypasses: a user's own ARN and everybody bypass boundary and identity; a session's ARN all; a role's ARN identity alone; an account nothing.
            allowed = (granted.Contains("direct") && (kind is not ("user" or "root") || bySession))
                || (granted.Contains("role") && byBoundary && bySession)
                || (byIdentity && byBoundary && bySession && (!(trust || key) || granted.Contains("account")));
        }

        return allowed ? "ALLOWED" : "IMPLICITLY_DENIED";
    }

    private static string Effect(JsonElement statement) => statement.GetProperty("Effect").GetString()!;

    private static IEnumerable<JsonElement> Statements(JsonElement document)
    {
        bool variables = document.TryGetProperty("Version", out JsonElement version) && version.GetString() == "2012-10-17";
        JsonElement statements = document.GetProperty("Statement");
        return (statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().ToArray() : [statements])
            .Select(statement => variables ? statement : JsonElement.Parse(statement.GetRawText().Replace("${", "$\\u0001{")));
    }

    private JsonElement[] Documents(string name) => given.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(policy => policy.GetProperty("document"))] : [];

    private JsonElement[][] Levels(string name) => given.TryGetProperty(name, out JsonElement levels) ? [.. levels.EnumerateArray().Select(level => level.EnumerateArray().Select(policy => policy.GetProperty("document")).ToArray())] : [];

    private bool Flag(string name) => given.TryGetProperty(name, out JsonElement flag) && flag.GetBoolean();

    private static string[] List(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.GetString()!];

    private bool Applies(JsonElement statement)
    {
        bool about = statement.TryGetProperty("Action", out JsonElement actions)
            ? List(actions).Any(pattern => NaiveConditions.Like(NaiveConditions.AsRegex(pattern.ToLowerInvariant()), action))
            : !List(statement.GetProperty("NotAction")).Any(pattern => NaiveConditions.Like(NaiveConditions.AsRegex(pattern.ToLowerInvariant()), action));
        bool on = statement.TryGetProperty("Resource", out JsonElement resources) ? List(resources).Any(Covers)
            : !statement.TryGetProperty("NotResource", out JsonElement left) || !List(left).Any(Covers);
        return about && on && conditions.AllHold(statement, variables: true);
    }

    private bool Covers(string pattern)
    {
        if (pattern == "*")
        {
            return true;
        }

        // No short ARNs are generated and variables stand after the fifth colon.
        string[] wanted = pattern.Split(':', 6), fields = resource.Split(':', 6);
        return fields.Length == 6 && Enumerable.Range(0, 6).All(i => conditions.Filled(wanted[i], variables: true, pattern: true) is { } like && NaiveConditions.Like(like, fields[i]));
    }

    /// <summary>How a statement names the caller: direct, role, account; none of them where it does not.</summary>
    private string[] Named(JsonElement statement)
    {
        if (statement.TryGetProperty("Principal", out JsonElement principal))
        {
            return [.. Principals(principal).SelectMany(named => Names(named.Kind, named.Value)).Distinct()];
        }

        if (!statement.TryGetProperty("NotPrincipal", out JsonElement left))
        {
            return ["direct"];
        }

        (string Kind, string Value)[] exempt = [.. Principals(left)];
        string[] forms = [.. exempt.SelectMany(named => Names(named.Kind, named.Value)).Distinct()];
        string[] needed = kind switch { "role" or "session" => ["direct", "role", "account"], "user" or "federated" => ["direct", "account"], _ => ["direct"] };
        return exempt.Contains(("AWS", "*")) || needed.All(forms.Contains) ? [] : ["direct"];
    }

    private static IEnumerable<(string Kind, string Value)> Principals(JsonElement principal) =>
        principal.ValueKind == JsonValueKind.String ? [("AWS", principal.GetString()!)] : principal.EnumerateObject().SelectMany(member => List(member.Value).Select(value => (member.Name, value)));

    private IEnumerable<string> Names(string type, string value)
    {
        if (type == "AWS" && value == "*")
        {
            return ["direct"];
        }

        if (type == "Service")
        {
            return kind == "service" && given.GetProperty("principal").GetProperty("service").GetString() == value ? ["direct"] : [];
        }

        if (type != "AWS" || account.Length == 0)
        {
            return [];
        }

        if (value == account || value == $"arn:aws:iam::{account}:root")
        {
            return [kind == "root" ? "direct" : "account"];
        }

        string role = kind switch { "role" => arn[(arn.LastIndexOf('/') + 1)..], "session" => arn.Split('/')[1], _ => "" };
        return value == arn ? [kind == "role" ? "role" : "direct"]
            : kind == "session" && value.StartsWith($"arn:aws:iam::{account}:role/", StringComparison.Ordinal) && value[(value.LastIndexOf('/') + 1)..] == role ? ["role"]
            : [];
    }

    private JsonElement? Key(string name)
    {
        if (given.TryGetProperty("context", out JsonElement context))
        {
            foreach (JsonProperty member in context.EnumerateObject())
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        if (account.Length == 0 && name.StartsWith("aws:Principal", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach ((string prefix, JsonElement holder, string member) in new[] { ("aws:PrincipalTag/", given.GetProperty("principal"), "tags"), ("aws:ResourceTag/", given, "resourceTags") })
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && holder.TryGetProperty(member, out JsonElement tags))
            {
                JsonProperty[] tag = [.. tags.EnumerateObject().Where(one => one.Name.Equals(name[prefix.Length..], StringComparison.OrdinalIgnoreCase))];
                return tag.Length > 0 ? tag[0].Value : null;
            }
        }

        string? derived = name.ToLowerInvariant() switch
        {
            "aws:principalarn" => kind == "session" ? $"arn:aws:iam::{account}:role/{arn.Split('/')[1]}" : arn,
            "aws:principalaccount" or "kms:calleraccount" => account,
            "aws:username" => kind == "user" ? arn[(arn.LastIndexOf('/') + 1)..] : "",
            "aws:resourceaccount" => owner.Length > 0 ? owner : null,
            "aws:principalorgid" => account.Length > 0 && given.TryGetProperty("organizationId", out JsonElement organization) ? organization.GetString() : null,
            _ => null,
        };
        return derived is { Length: > 0 } ? JsonElement.Parse($"\"{derived}\"") : derived is null && told.TryGetValue(name, out JsonElement? value) ? value : null;
    }
}
