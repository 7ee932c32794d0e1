namespace NhiGraph.Api.AwsAccess;

/// <summary>A context key of a request with its values.</summary>
internal sealed class AwsContextInput
{
    public string Key { get; set; } = "";

    public List<string> Values { get; set; } = [];
}
