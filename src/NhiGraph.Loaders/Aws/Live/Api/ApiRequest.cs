using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>A call in the form of its service's protocol, not yet signed.</summary>
internal static class ApiRequest
{
    /// <param name="named">The address is named after what is asked about: the path is not.</param>
    internal static HttpRequestMessage Of(ApiCall call, Uri address, bool named)
    {
        HttpRequestMessage request = call.Service.Protocol switch
        {
            ApiProtocol.Query or ApiProtocol.Ec2 => Form(call, address),
            ApiProtocol.RestJson or ApiProtocol.RestXml => Rest(call, address, named),
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

    /// <summary>A parameter stands in the path, or in the header after it, where that has a place for it; else in the query, or in the body where the method has one.</summary>
    private static HttpRequestMessage Rest(ApiCall call, Uri address, bool named)
    {
        string[] http = call.Http!.Split(' ');
        var rest = call.Parameters.DeepClone().AsObject();
        if (named)
        {
            rest.Remove(call.Service.HostOf!);
        }

        string Filled(string text)
        {
            foreach ((string name, JsonNode? value) in call.Parameters.Where(parameter => text.Contains($"{{{parameter.Key}}}", StringComparison.Ordinal)))
            {
                text = text.Replace($"{{{name}}}", Uri.EscapeDataString(value!.ToString()), StringComparison.Ordinal);
                rest.Remove(name);
            }

            return text;
        }

        string path = Filled(named ? http[1].Replace($"/{{{call.Service.HostOf}}}", "/", StringComparison.Ordinal) : http[1]);
        string[]? header = http.Length > 2 ? Filled(http[2]).Split('=') : null;
        var method = new HttpMethod(http[0]);
        string query = method == HttpMethod.Get ? string.Join('&', rest.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value!.ToString())}")) : "";
        var request = new HttpRequestMessage(method, new Uri(address, path + (query.Length > 0 ? "?" + query : ""))) { Content = method == HttpMethod.Get ? null : Body(rest, "application/json") };
        if (header is not null)
        {
            request.Headers.Add(header[0], header[1]);
        }

        return request;
    }

    private static StringContent Body(JsonObject parameters, string type)
    {
        var content = new StringContent(parameters.ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }
}
