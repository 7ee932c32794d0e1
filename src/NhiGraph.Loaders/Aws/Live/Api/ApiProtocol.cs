namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>How a service is asked and answers.</summary>
internal enum ApiProtocol
{
    /// <summary>A form in, XML out.</summary>
    Query,

    /// <summary>A form in, XML out, in EC2's own way.</summary>
    Ec2,

    /// <summary>JSON 1.1 both ways.</summary>
    Json,

    /// <summary>JSON 1.0 both ways.</summary>
    JsonOld,

    /// <summary>A path with a query or JSON in, JSON out.</summary>
    RestJson,

    /// <summary>A path with a query in, XML out.</summary>
    RestXml,
}
