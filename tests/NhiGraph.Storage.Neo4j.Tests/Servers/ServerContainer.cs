using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace NhiGraph.Storage.Neo4j.Tests.Servers;

/// <summary>Neo4j in a container of its own, by the generic builder; it ends with the test process.</summary>
internal static class ServerContainer
{
    private const string Image = "neo4j:5.26-community";
    private const ushort Http = 7474;

    /// <summary>Null where no container engine answers.</summary>
    internal static async Task<Neo4jOptions?> TryStartAsync(string? password)
    {
        try
        {
            IContainer container = new ContainerBuilder(Image).WithPortBinding(Http, assignRandomHostPort: true)
                .WithEnvironment("NEO4J_AUTH", password is null ? "none" : $"neo4j/{password}")
                .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(Http))).Build();
            await container.StartAsync(TestContext.Current.CancellationToken);
            return new Neo4jOptions(new Uri($"http://{container.Hostname}:{container.GetMappedPublicPort(Http)}"), "neo4j")
            {
                Credential = password is null ? Neo4jCredential.None : Neo4jCredential.Basic("neo4j", password),
            };
        }
        catch (Exception none) when (none is DockerUnavailableException or ArgumentException)
        {
            return null;
        }
    }
}
