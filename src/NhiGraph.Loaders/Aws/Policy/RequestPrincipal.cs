namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>Who asks.</summary>
/// <param name="Arn">Empty for a service, a federated identity and an anonymous caller.</param>
/// <param name="Account">Null where it has none.</param>
/// <param name="Name">The name of a user or role without its path; the service; the identity provider.</param>
/// <param name="Session">The name of its session; null where it has none, or where a role's is not told.</param>
internal sealed record RequestPrincipal(RequestPrincipalKind Kind, string Arn, string Partition, string? Account, string Name, string? Session)
{
    internal static RequestPrincipal Anonymous { get; } = new(RequestPrincipalKind.Anonymous, "", "aws", null, "", null);

    internal static RequestPrincipal Service(string name) => new(RequestPrincipalKind.Service, "", "aws", null, name, null);

    /// <summary>Somebody for whom an identity provider vouches, before it has a session.</summary>
    internal static RequestPrincipal Federated(string provider) => new(RequestPrincipalKind.Federated, "", "aws", null, provider, null);

    /// <summary>Null for what is not the ARN of a principal that can ask.</summary>
    internal static RequestPrincipal? Parse(string arn)
    {
        if (arn.Split(':', 6) is not ["arn", { Length: > 0 } partition, "iam" or "sts", "", { Length: 12 } account, { } rest] || !account.All(char.IsAsciiDigit))
        {
            return null;
        }

        bool sts = arn.Split(':')[2] == "sts";
        string name = rest[(rest.LastIndexOf('/') + 1)..];
        return rest.Split('/') switch
        {
            ["root"] when !sts => new(RequestPrincipalKind.Root, arn, partition, account, "root", null),
            ["user", .., { Length: > 0 }] when !sts => new(RequestPrincipalKind.User, arn, partition, account, name, null),
            ["role", .., { Length: > 0 }] when !sts => new(RequestPrincipalKind.Role, arn, partition, account, name, null),
            ["assumed-role", { Length: > 0 } role, { Length: > 0 } session] when sts => new(RequestPrincipalKind.Role, arn, partition, account, role, session),
            ["federated-user", { Length: > 0 } user] when sts => new(RequestPrincipalKind.FederatedUser, arn, partition, account, user, user),
            _ => null,
        };
    }

    /// <summary>It has an account, and so policies of its own and those of its organisation.</summary>
    internal bool HasAccount => Account is not null;

    /// <summary>Roles of services are not bound by an organisation's policies. A session's ARN leaves the path out; the prefix of the name tells.</summary>
    internal bool IsServiceLinkedRole => Kind == RequestPrincipalKind.Role
        && (Arn.Contains(":role/aws-service-role/", StringComparison.Ordinal) || (Session is not null && Name.StartsWith("AWSServiceRoleFor", StringComparison.Ordinal)));

    /// <summary>What <c>aws:PrincipalArn</c> has: for a session the ARN of its role.</summary>
    internal string PrincipalArn => Kind == RequestPrincipalKind.Role && Session is not null && Arn.Contains(":assumed-role/", StringComparison.Ordinal) ? $"arn:{Partition}:iam::{Account}:role/{Name}" : Arn;
}
