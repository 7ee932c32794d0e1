using System.Collections.Immutable;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Answers;

/// <summary>The counts of an answer. A node counts once in every kind it was reached as; the starts count nowhere.</summary>
public sealed record ReachSummary
{
    public required ReachBounds Identities { get; init; }

    public required ReachBounds Credentials { get; init; }

    public required ReachBounds Consumers { get; init; }

    public required ReachBounds Groups { get; init; }

    public required ReachBounds Entitlements { get; init; }

    public required ReachBounds Humans { get; init; }

    /// <summary>Resources that hold data or run code; containers are not counted.</summary>
    public required ReachBounds Resources { get; init; }

    /// <summary>Those of them that are confidential or restricted.</summary>
    public required ReachBounds SensitiveResources { get; init; }

    /// <summary>Containers over which ADMINISTER is reached.</summary>
    public required ReachBounds Administers { get; init; }

    /// <summary>Accounts, tenants, clusters and organisations of what is reached.</summary>
    public required ReachBounds Scopes { get; init; }

    /// <summary>Of what is possibly reached, sorted.</summary>
    public required ImmutableArray<string> Environments { get; init; }

    /// <summary>The greatest distance of an entity.</summary>
    public required int Depth { get; init; }
}
