using System.Collections.Frozen;
using System.Globalization;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>A service of AWS (<c>services.tsv</c>).</summary>
/// <param name="Endpoint">The first labels of its host.</param>
/// <param name="Signed">The name that requests to it are signed for.</param>
/// <param name="Version">Of the query protocol the version, of JSON the prefix of its target.</param>
/// <param name="CallsASecond">At most.</param>
/// <param name="Variable">Its name in AWS_ENDPOINT_URL_...</param>
/// <param name="HostOf">The parameter that its hosts are named after; null for one host a region.</param>
internal sealed record ApiService(string Name, string Endpoint, string Signed, ApiProtocol Protocol, string Version, double CallsASecond, string Variable, string? HostOf)
{
    private static readonly FrozenDictionary<string, ApiService> ByName = LiveData.Lines("services.tsv").Select(Parse).ToFrozenDictionary(service => service.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string Service, string Partition), GlobalEndpoint> Globals = LiveData.Lines("global-endpoints.tsv")
        .ToFrozenDictionary(fields => (fields[0], fields[1]), fields => new GlobalEndpoint(fields[2], fields[3]));

    internal static ApiService Of(string name) => ByName[name];

    /// <summary>Null where it has an endpoint in each region.</summary>
    internal GlobalEndpoint? GlobalIn(string partition) => Globals.GetValueOrDefault((Name, partition));

    /// <summary>It has one endpoint a partition, whatever the region.</summary>
    internal bool IsGlobal => Globals.Keys.Any(key => key.Service == Name);

    /// <summary>Its answers are XML.</summary>
    internal bool SpeaksXml => Protocol is ApiProtocol.Query or ApiProtocol.Ec2 or ApiProtocol.RestXml;

    private static ApiService Parse(string[] fields) => VocabularyText.TryParse(fields[3], out ApiProtocol protocol)
        ? new(fields[0], fields[1], fields[2], protocol, fields[4], double.Parse(fields[5], CultureInfo.InvariantCulture), fields[6], fields[7] == "-" ? null : fields[7])
        : throw new InvalidOperationException($"services.tsv: {fields[0]}");
}
