using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>A call in the form of its service's protocol, not yet signed.</summary>
internal static class ApiRequest
{
    internal static HttpRequestMessage Of(ApiCall call, Uri address)
    {
        HttpRequestMessage request = call.Service.Protocol switch
        {
            ApiProtocol.Query or ApiProtocol.Ec2 => Form(call, address),
            ApiProtocol.RestJson => Rest(call, address),
            _ => Json(call, address),
        };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("nhigraph", "1"));
        return request;
    }

    private static HttpRequestMessage Form(ApiCall call, Uri address) => new(HttpMethod.Post, address)
    {
        Content = new FormUrlEncodedContent([new("Action", call.Operation), new("Version", call.Service.Version), .. call.Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value!.ToString()))]),
    };

    private static HttpRequestMessage Json(ApiCall call, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Body(call.Parameters, call.Service.Protocol == ApiProtocol.JsonOld ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1") };
        request.Headers.Add("X-Amz-Target", $"{call.Service.Version}.{call.Operation}");
        return request;
    }

    /// <summary>A parameter stands in the path where that has a place for it; else in the query, or in the body where the method has one.</summary>
    private static HttpRequestMessage Rest(ApiCall call, Uri address)
    {
        string[] http = call.Http!.Split(' ');
        var rest = call.Parameters.DeepClone().AsObject();
        string path = http[1];
        foreach ((string name, JsonNode? value) in call.Parameters.Where(parameter => path.Contains($"{{{parameter.Key}}}", StringComparison.Ordinal)))
        {
            path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value!.ToString()), StringComparison.Ordinal);
            rest.Remove(name);
        }

        var method = new HttpMethod(http[0]);
        string query = method == HttpMethod.Get ? string.Join('&', rest.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value!.ToString())}")) : "";
        return new HttpRequestMessage(method, new Uri(address, path + (query.Length > 0 ? "?" + query : ""))) { Content = method == HttpMethod.Get ? null : Body(rest, "application/json") };
    }

    private static StringContent Body(JsonObject parameters, string type)
    {
        var content = new StringContent(parameters.ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }
}
