namespace NhiGraph.Graph.Paths;

/// <summary>Condition keys that describe one call or its caller, so that two calls of one path may meet them with different values.</summary>
/// <remarks>
/// Source: "AWS global condition context keys" and the STS and IAM pages of the Service Authorization Reference: keys of the principal, the request,
/// the resource and the session differ from call to call; keys of the network and the time (<c>aws:SourceVpc</c>, <c>aws:SourceIp</c> ...) describe where a caller stands.
/// </remarks>
internal static class RequestKeys
{
    private static readonly string[] GlobalPrefixes =
        ["aws:Principal", "aws:Request", "aws:Resource", "aws:Tag", "aws:Called", "aws:Via", "aws:Federated", "aws:MultiFactorAuth", "aws:Token", "aws:Source", "aws:user", "aws:Chatbot", "aws:Assumed"];

    private static readonly string[] Surroundings = ["aws:SourceIp", "aws:SourceVpc"];

    /// <summary>Keys that no <c>aws:</c> prefix makes global belong to one service or issuer and so to one call.</summary>
    internal static bool VariesByCall(string key)
    {
        if (!key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            return key.Contains(':', StringComparison.Ordinal);
        }

        return !Surroundings.Any(key.StartsWithIgnoringCase) && GlobalPrefixes.Any(key.StartsWithIgnoringCase);
    }

    private static bool StartsWithIgnoringCase(this string key, string prefix) => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
