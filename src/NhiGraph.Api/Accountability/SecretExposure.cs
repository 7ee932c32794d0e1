using NhiGraph.Api.Entities;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Api.Accountability;

/// <summary>One person who could know a secret.</summary>
internal sealed record SecretExposure(EntityNode Credential, AccessEdge Edge);
