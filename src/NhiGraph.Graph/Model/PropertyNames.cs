namespace NhiGraph.Graph.Model;

/// <summary>The names of properties that analysis and API read. A provider's other facts keep the provider's own names.</summary>
public static class PropertyNames
{
    /// <summary>The first type of the node by its kinds: identity, credential, consumer or resource type, as SCREAMING_CASE of the enum.</summary>
    public const string IdentityType = "identityType";
    public const string CredentialType = "credentialType";
    public const string ConsumerType = "consumerType";
    public const string ResourceType = "resourceType";

    /// <summary>The provider's own word for the type, e.g. <c>s3:bucket</c>.</summary>
    public const string ProviderType = "providerType";

    /// <summary>The account, tenant, organisation or cluster that the node belongs to, e.g. <c>aws:123456789012</c>.</summary>
    public const string Scope = "scope";
    public const string Environment = "environment";
    public const string Nature = "nature";
    public const string Enabled = "enabled";
    public const string CreatedAt = "createdAt";
    public const string ExpiresAt = "expiresAt";
    public const string LastUsedAt = "lastUsedAt";
    public const string LastRotatedAt = "lastRotatedAt";
    public const string LastRunAt = "lastRunAt";
    public const string Posture = "posture";
    public const string Purpose = "purpose";
    public const string Owner = "owner";
    public const string Team = "team";
    public const string Application = "application";

    /// <summary><c>true</c> for a consumer that a trust admits without a workload seen behind it.</summary>
    public const string Potential = "potential";
    public const string Capability = "capability";
    public const string Target = "target";
    public const string Sensitivity = "sensitivity";
    public const string Criticality = "criticality";
    public const string Container = "container";

    /// <summary><c>false</c> for a node that something names and no source listed.</summary>
    public const string Known = "known";

    /// <summary><c>true</c> for what the provider keeps for itself, such as a service-linked role: nobody here answers for it.</summary>
    public const string ProviderOwned = "providerOwned";
    public const string Fingerprint = "fingerprint";
    public const string Status = "status";
    public const string Email = "email";
    public const string EmployeeId = "employeeId";
    public const string DepartedAt = "departedAt";
    public const string Department = "department";

    /// <summary>When a person came.</summary>
    public const string HiredAt = "hiredAt";
    public const string RetiredAt = "retiredAt";
    public const string Vendor = "vendor";

    /// <summary>On OWNS edges: business, technical or escalation.</summary>
    public const string Role = "role";

    /// <summary>On OWNS: since when, where it is said. On CREATED and EXPOSED_TO: the time of the event; where several events gave rights, each says its own.</summary>
    public const string Since = "since";

    /// <summary>On edges to and from people, teams and applications: what both sides have in common, e.g. EMPLOYEE_ID, EMAIL, LOGIN, EMAIL_LOCAL_PART, TEAM_NAME, APPLICATION_ID; NAME_ONLY where one side alone names it.</summary>
    public const string JoinedBy = "joinedBy";

    /// <summary>On CREATED and EXPOSED_TO: how the person behind an event is known: USER, SSO_SESSION, SAML_SESSION, ASSUMED_BY_USER, SOURCE_IDENTITY, SESSION_NAME; EVENT on the edge of the identity that made the call.</summary>
    public const string KnownBy = "knownBy";

    /// <summary>On EXPOSED_TO: CREATED, ROTATED or READ. On CREATED: GRANTED where something was given to somebody.</summary>
    public const string Reason = "reason";
}
