using System.Collections.Immutable;

namespace NhiGraph.Analysis.Answers;

/// <summary>The counts of an answer. A node counts once in every kind it was reached as; the starts count nowhere.</summary>
public sealed record ReachSummary
{
    public required BoundCount Identities { get; init; }

    public required BoundCount Credentials { get; init; }

    public required BoundCount Consumers { get; init; }

    public required BoundCount Groups { get; init; }

    public required BoundCount Entitlements { get; init; }

    public required BoundCount Humans { get; init; }

    /// <summary>Resources that hold data or run code; containers are not counted.</summary>
    public required BoundCount Resources { get; init; }

    /// <summary>Those of them that are confidential or restricted.</summary>
    public required BoundCount SensitiveResources { get; init; }

    /// <summary>Containers over which ADMINISTER is reached.</summary>
    public required BoundCount Administers { get; init; }

    /// <summary>Accounts, tenants, clusters and organisations of what is reached.</summary>
    public required BoundCount Scopes { get; init; }

    /// <summary>Of what is possibly reached, sorted.</summary>
    public required ImmutableArray<string> Environments { get; init; }

    /// <summary>The greatest distance of an entity.</summary>
    public required int Depth { get; init; }
}
