namespace NhiGraph.Graph.Model;

/// <summary>What a node is. One node may be of several kinds at once only as <see cref="Vocabulary.MayShareNode"/> allows.</summary>
public enum NodeKind : byte
{
    /// <summary>A person.</summary>
    Human,
    /// <summary>A group of people who can own things.</summary>
    Team,
    /// <summary>The business application, project or vendor product that a thing belongs to.</summary>
    Application,
    /// <summary>What uses a credential: workload, pipeline, agent, script, bot, device, third party.</summary>
    Consumer,
    /// <summary>What authenticates: key, secret, certificate, token, password, trust.</summary>
    Credential,
    /// <summary>The account that acts.</summary>
    Identity,
    /// <summary>Principals that share access.</summary>
    Group,
    /// <summary>A capability over a target, shared by all who hold it.</summary>
    Entitlement,
    /// <summary>What access is for, in a containment tree.</summary>
    Resource,
}
