using System.Runtime.InteropServices;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Simulate;

/// <summary>Compiles each policy document once: documents with equal texts are one. Not safe for concurrent use.</summary>
internal sealed class PolicyCache
{
    /// <summary>Emptied when it holds this many bytes of documents.</summary>
    private const long MostBytes = 64 << 20;

    private readonly Dictionary<byte[], CompiledPolicy>[] compiled = [.. Enum.GetValues<AwsPolicyKind>().Select(_ => new Dictionary<byte[], CompiledPolicy>(new BytesComparer()))];
    private long held;

    /// <exception cref="CaseFaultException">It does not follow the grammar of its kind of policy.</exception>
    internal CompiledPolicy Of(JsonElement document, AwsPolicyKind role, string pointer)
    {
        ReadOnlySpan<byte> text = JsonMarshal.GetRawUtf8Value(document);
        Dictionary<byte[], CompiledPolicy> known = compiled[(int)role];
        if (!known.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out CompiledPolicy? policy))
        {
            policy = Compile(document, role, pointer);
            held += text.Length;
            if (held > MostBytes)
            {
                Array.ForEach(compiled, ofRole => ofRole.Clear());
                held = text.Length;
            }

            known.Add(text.ToArray(), policy);
        }

        return policy;
    }

    private static CompiledPolicy Compile(JsonElement document, AwsPolicyKind role, string pointer)
    {
        if (document.ValueKind == JsonValueKind.String)
        {
            document = Parsed(document.GetString()!, pointer);
        }

        PolicyKind kind = role switch
        {
            AwsPolicyKind.Resource => PolicyKind.Resource,
            AwsPolicyKind.Endpoint => PolicyKind.Endpoint,
            AwsPolicyKind.Rcp => PolicyKind.ResourceControl,
            _ => PolicyKind.Identity,
        };
        if ((SoundJson.FaultOf(document) ?? PolicyGrammar.FaultOf(document, kind)) is var (place, why))
        {
            throw CaseFaults.Policy(pointer + place, why);
        }

        try
        {
            return CompiledPolicy.Compile(PolicyParser.Parse(document), role);
        }
        catch (MalformedPolicyException malformed)
        {
            throw CaseFaults.Policy(pointer + malformed.Pointer, malformed.Message);
        }
    }

    private static JsonElement Parsed(string text, string pointer)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw CaseFaults.Policy(pointer, "its text is not JSON.");
        }
    }
}
