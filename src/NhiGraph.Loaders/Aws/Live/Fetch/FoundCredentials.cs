using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>The credentials of a profile, or those that the usual chain finds, with what the profile says of region and endpoint.</summary>
internal sealed record FoundCredentials(AWSCredentials Credentials, string? Region, string? Endpoint)
{
    private const string DefaultProfile = "default";

    /// <exception cref="AwsUnreachableException">There are none.</exception>
    internal static async Task<FoundCredentials> OfAsync(string? name, Func<string, string?> variable)
    {
        try
        {
            var chain = new CredentialProfileStoreChain();
            if (name is not null)
            {
                return chain.TryGetProfile(name, out CredentialProfile named)
                    ? new(named.GetAWSCredentials(chain), named.Region?.SystemName, named.EndpointUrl)
                    : throw new AwsUnreachableException(LiveProblems.NoProfile(name));
            }

            chain.TryGetProfile(variable("AWS_PROFILE") ?? DefaultProfile, out CredentialProfile? profile);
            AWSCredentials credentials = OfEnvironment(variable) ?? await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(new AmazonSecurityTokenServiceConfig()).ConfigureAwait(false);
            return new(credentials, profile?.Region?.SystemName, profile?.EndpointUrl);
        }
        catch (Exception failure) when (failure is AmazonClientException or InvalidOperationException or ArgumentException or IOException)
        {
            throw new AwsUnreachableException(LiveProblems.NoCredentials(failure.Message));
        }
    }

    private static AWSCredentials? OfEnvironment(Func<string, string?> variable) => (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"), variable("AWS_SESSION_TOKEN")) switch
    {
        ({ Length: > 0 } id, { Length: > 0 } secret, { Length: > 0 } token) => new SessionAWSCredentials(id, secret, token),
        ({ Length: > 0 } id, { Length: > 0 } secret, _) => new BasicAWSCredentials(id, secret),
        _ => null,
    };
}
