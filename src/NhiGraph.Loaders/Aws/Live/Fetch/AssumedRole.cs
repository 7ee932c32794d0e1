using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using NhiGraph.Loaders.Aws.Live.Api;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Credentials of a role, fetched anew before they expire, by the client that asks all else: at its endpoint and pace, with its problems.</summary>
internal sealed class AssumedRole(AwsApi api, string role, string region, CancellationToken cancellation) : RefreshingAWSCredentials
{
    /// <exception cref="ApiFaultException">The role may not be assumed.</exception>
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        ApiCall call = LiveCall.Of("AssumeRole").In(region, ("RoleArn", role));
        JsonObject answer = await api.SendAsync(call, cancellation).ConfigureAwait(false);
        JsonObject? given = answer["Credentials"] as JsonObject;
        return given is not null && DateTime.TryParse((string?)given["Expiration"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime until)
            ? new CredentialsRefreshState(new ImmutableCredentials((string?)given["AccessKeyId"], (string?)given["SecretAccessKey"], (string?)given["SessionToken"]), until)
            : throw new ApiFaultException(call, ApiFault.Broken, null, "The answer has no credentials with their end.");
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => throw new NotSupportedException("Only asked for asynchronously.");
}
