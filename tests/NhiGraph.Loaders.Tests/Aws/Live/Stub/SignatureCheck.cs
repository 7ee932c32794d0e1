using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NhiGraph.Loaders.Tests.Aws.Live.Stub;

/// <summary>Signature version 4 computed anew from the request that came, as the service does. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html</summary>
internal static class SignatureCheck
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(5);

    /// <param name="fault">What is wrong; null where nothing is.</param>
    /// <returns>Key id, region and service that it was signed for.</returns>
    public static (string Key, string Region, string Service) Read(HttpRequest request, byte[] body, Func<string, string> secretOf, DateTimeOffset now, out string? fault)
    {
        string[] parts = request.Headers.Authorization.ToString()["AWS4-HMAC-SHA256 ".Length..].Split(", ");
        string[] credential = parts.Single(part => part.StartsWith("Credential=", StringComparison.Ordinal))["Credential=".Length..].Split('/');
        string[] signed = parts.Single(part => part.StartsWith("SignedHeaders=", StringComparison.Ordinal))["SignedHeaders=".Length..].Split(';');
        string given = parts.Single(part => part.StartsWith("Signature=", StringComparison.Ordinal))["Signature=".Length..];
        string time = request.Headers["X-Amz-Date"].ToString();
        string headers = string.Concat(signed.Select(name => $"{name}:{string.Join(',', request.Headers[name].Select(value => value!.Trim()))}\n"));
        string canonical = $"{request.Method}\n{request.Path}\n{Query(request)}\n{headers}\n{string.Join(';', signed)}\n{Hex(SHA256.HashData(body))}";
        string scope = string.Join('/', credential[1..]);
        byte[] key = credential[1..].Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretOf(credential[0])), (secret, part) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(part)));
        string expected = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}")));
        DateTimeOffset at = DateTimeOffset.ParseExact(time, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        string[] must = request.Headers.ContainsKey("X-Amz-Security-Token") ? ["host", "x-amz-date", "x-amz-security-token"] : ["host", "x-amz-date"];
        // Every header of AWS's own must be signed, and S3 wants the hash of what is sent.
        must = [.. must, .. request.Headers.Keys.Select(name => name.ToLowerInvariant()).Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal)), .. credential[3] == "s3" ? (string[])["x-amz-content-sha256"] : []];
        fault = expected != given ? "SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided."
            : request.Headers["x-amz-content-sha256"].ToString() is { Length: > 0 } hash && hash != Hex(SHA256.HashData(body)) ? "XAmzContentSHA256Mismatch: The provided 'x-amz-content-sha256' header does not match what was computed."
            : must.Except(signed).Any() ? "SignatureDoesNotMatch: A header that must be signed is not."
            : (at - now).Duration() > Tolerated ? $"SignatureDoesNotMatch: Signature expired: {time} is now earlier than {now:yyyyMMdd'T'HHmmss'Z'} (5 min.)"
            : null;
        return (credential[0], credential[2], credential[3]);
    }

    /// <summary>Sorted, and a name that has no value with an empty one.</summary>
    private static string Query(HttpRequest request) => string.Join('&', (request.QueryString.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=").Order(StringComparer.Ordinal));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
