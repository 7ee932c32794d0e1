using System.Text.Json;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>A policy that is in force and was not read, as a policy that hangs on conditions which nobody can tell: it may allow anything, and may deny it.</summary>
internal static class UnreadPolicy
{
    /// <summary>Keys of these conditions begin with it.</summary>
    internal const string Key = "UnreadPolicy";

    internal static NamedPolicy Of(string name, AwsPolicyKind role) => Make(name, role, $$$"""
        {"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{{{{JsonSerializer.Serialize($"{Key}Allows/{name}")}}}:"true"} } },
                      {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{{{{JsonSerializer.Serialize($"{Key}Denies/{name}")}}}:"true"} } } ] }
        """);

    /// <summary>It may let the account in.</summary>
    internal static NamedPolicy OfResource(string account) => Make("policy of the resource", AwsPolicyKind.Resource, $$$"""
        {"Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{account}}}"},"Action":"*","Resource":"*","Condition":{"Bool":{"{{{Key}}}Allows/of the resource":"true"} } } ] }
        """);

    private static NamedPolicy Make(string name, AwsPolicyKind role, string document) => new(name, CompiledPolicy.Compile(PolicyParser.Parse(JsonElement.Parse(document)), role));
}
