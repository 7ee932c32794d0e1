using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Simulate;

/// <summary>Reads a case: who asks for what, with the policies and the context. Members that it does not know are left alone.</summary>
internal sealed class CaseReader
{
    private readonly PolicyCache policies = new();

    /// <exception cref="CaseFaultException">The case cannot be decided as it was given.</exception>
    internal AccessRequest Read(JsonElement given)
    {
        JsonElement who = Member(given, "principal") ?? throw CaseFaults.Missing("/principal", "a principal");
        RequestPrincipal principal = Principal(who);
        string action = Action(Text(given, "action", "") ?? throw CaseFaults.Missing("/action", "an action"));
        string resource = Text(given, "resource", "") ?? throw CaseFaults.Missing("/resource", "a resource");
        if (RequestResource.Parse(resource) is not { } asked)
        {
            throw CaseFaults.Resource("/resource");
        }

        string? owner = Account(Text(given, "resourceAccount", ""), "/resourceAccount");
        string[] fields = resource.Split(':', 6);
        if (owner is not null && asked.IsPattern && Glob.IsWild(asked.Fields[4]) && Glob.Matches(asked.Fields[4], owner))
        {
            // The pattern leaves the account open and the case tells it.
            resource = string.Join(':', [.. asked.Fields[..4], owner, asked.Fields[5]]);
        }

        return new(principal, action, resource)
        {
            ResourceAccount = owner ?? (fields.Length == 6 && IsAccount(fields[4]) ? fields[4] : principal.Account),
            PrincipalTags = TagsOf(given, who),
            ResourceTags = Member(given, "resourceTags") is { } tags ? Tags(tags, "/resourceTags") : null,
            Context = Member(given, "context") is { } context ? Context(context) : new Dictionary<string, ContextValue>(),
            UnknownKeys = Member(given, "unknownContext") is { } unknown ? [.. Items(unknown, "/unknownContext", "a list of context keys").Select((key, i) => AsText(key, $"/unknownContext/{i}"))] : [],
            IdentityPolicies = PoliciesAt(given, "identityPolicies", AwsPolicyKind.Identity),
            Boundaries = PoliciesAt(given, "boundaries", AwsPolicyKind.Boundary),
            SessionPolicy = PolicyAt(given, "sessionPolicy", AwsPolicyKind.Session),
            ResourcePolicy = PolicyAt(given, "resourcePolicy", AwsPolicyKind.Resource),
            ServiceControl = Levels(given, "scps", AwsPolicyKind.Scp),
            ResourceControl = Levels(given, "rcps", AwsPolicyKind.Rcp),
            EndpointPolicies = PoliciesAt(given, "endpointPolicies", AwsPolicyKind.Endpoint),
            ManagementAccount = Member(given, "managementAccount") is { } manages && Truth(manages, "/managementAccount"),
            OrganizationId = Text(given, "organizationId", ""),
        };
    }

    private static RequestPrincipal Principal(JsonElement who)
    {
        if (who.ValueKind != JsonValueKind.Object)
        {
            throw CaseFaults.Principal("/principal");
        }

        string? arn = Text(who, "arn", "/principal"), service = Text(who, "service", "/principal"), provider = Text(who, "federated", "/principal");
        bool anonymous = Member(who, "anonymous") is { } said && Truth(said, "/principal/anonymous");
        return (arn, service, provider, anonymous) switch
        {
            ({ } own, null, null, false) => RequestPrincipal.Parse(own) ?? throw CaseFaults.Principal("/principal/arn"),
            (null, { Length: > 0 } name, null, false) => RequestPrincipal.Service(name),
            (null, null, { Length: > 0 } name, false) => RequestPrincipal.Federated(name),
            (null, null, null, true) => RequestPrincipal.Anonymous,
            _ => throw CaseFaults.Principal("/principal"),
        };
    }

    private static string Action(string action)
    {
        string[] parts = action.Split(':');
        bool IsName(string part) => part.Length > 0 && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
        return parts.Length == 2 && parts.All(IsName) ? action : throw CaseFaults.Action("/action");
    }

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    private static string? Account(string? text, string pointer) => text is null || IsAccount(text) ? text : throw CaseFaults.WrongType(pointer, "an account of twelve digits");

    /// <summary>Tags stand with the principal or beside it; a session tag comes before the tag of the same name.</summary>
    private static Dictionary<string, string>? TagsOf(JsonElement given, JsonElement who)
    {
        Dictionary<string, string>? all = null;
        foreach (string name in (string[])["tags", "sessionTags"])
        {
            (JsonElement? tags, string pointer) = Member(who, name) is { } inside ? (inside, "/principal/" + name) : (Member(given, name), "/" + name);
            foreach ((string key, string value) in tags is { } list ? Tags(list, pointer) : [])
            {
                (all ??= new(StringComparer.OrdinalIgnoreCase))[key] = value;
            }

            all ??= tags is null ? null : new(StringComparer.OrdinalIgnoreCase);
        }

        return all;
    }

    private static Dictionary<string, string> Tags(JsonElement tags, string pointer)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (tags.ValueKind == JsonValueKind.Array)
        {
            int i = 0;
            foreach (JsonElement tag in tags.EnumerateArray())
            {
                string at = $"{pointer}/{i++}";
                all[Text(tag, "Key", at) ?? throw CaseFaults.Missing(at + "/Key", "a Key for each tag")] = Text(tag, "Value", at) ?? "";
            }

            return all;
        }

        foreach (JsonProperty tag in Members(tags, pointer, "an object of tags"))
        {
            all[tag.Name] = AsText(tag.Value, $"{pointer}/{JsonPointer.Escaped(tag.Name)}");
        }

        return all;
    }

    private static Dictionary<string, ContextValue> Context(JsonElement context)
    {
        var all = new Dictionary<string, ContextValue>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty key in Members(context, "/context", "an object of context keys"))
        {
            string pointer = "/context/" + JsonPointer.Escaped(key.Name);
            ContextValue value = key.Value.ValueKind == JsonValueKind.Array
                ? ContextValue.List([.. key.Value.EnumerateArray().Select((item, i) => AsText(item, $"{pointer}/{i}"))])
                : ContextValue.Of(AsText(key.Value, pointer));
            if (!all.TryAdd(key.Name, value))
            {
                throw CaseFaults.Twice(pointer, "a context key stands twice.");
            }
        }

        return all;
    }

    private ImmutableArray<NamedPolicy> PoliciesAt(JsonElement given, string name, AwsPolicyKind role) =>
        Member(given, name) is { } list ? Policies(list, "/" + name, role) : [];

    private ImmutableArray<ImmutableArray<NamedPolicy>> Levels(JsonElement given, string name, AwsPolicyKind role) =>
        Member(given, name) is { } levels ? [.. Items(levels, "/" + name, "a list of levels, each a list of policies").Select((level, i) => Policies(level, $"/{name}/{i}", role))] : [];

    private ImmutableArray<NamedPolicy> Policies(JsonElement list, string pointer, AwsPolicyKind role) =>
        [.. Items(list, pointer, "a list of policies").Select((policy, i) => Policy(policy, $"{pointer}/{i}", role))];

    private NamedPolicy? PolicyAt(JsonElement given, string name, AwsPolicyKind role) => Member(given, name) is { } policy ? Policy(policy, "/" + name, role) : null;

    /// <summary>A document, or one with its name.</summary>
    private NamedPolicy Policy(JsonElement given, string pointer, AwsPolicyKind role)
    {
        bool named = given.ValueKind == JsonValueKind.Object && given.TryGetProperty("document", out _);
        string name = (named ? Text(given, "name", pointer) : null) ?? pointer[1..];
        return named
            ? new(name, policies.Of(given.GetProperty("document"), role, pointer + "/document"))
            : new(name, policies.Of(given, role, pointer));
    }

    /// <summary>Null for a member that is not there, or null.</summary>
    private static JsonElement? Member(JsonElement given, string name) =>
        given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement given, string name, string pointer) =>
        Member(given, name) is not { } value ? null : value.ValueKind == JsonValueKind.String ? AsText(value, $"{pointer}/{name}") : throw CaseFaults.WrongType($"{pointer}/{name}", "a text");

    private static bool Truth(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw CaseFaults.WrongType(pointer, "true or false"),
    };

    private static string AsText(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.String => RecordReader.TextOf(value) ?? throw CaseFaults.WrongType(pointer, "a text of whole characters"),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw CaseFaults.WrongType(pointer, "a text, a number, true or false"),
    };

    private static JsonElement.ArrayEnumerator Items(JsonElement value, string pointer, string expected) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw CaseFaults.WrongType(pointer, expected);

    private static JsonElement.ObjectEnumerator Members(JsonElement value, string pointer, string expected) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : throw CaseFaults.WrongType(pointer, expected);
}
