using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>One request, signed when it is sent, and its whole answer.</summary>
internal sealed class ApiAttempt(AWSCredentials credentials, AwsEndpoints endpoints, HttpMessageHandler transport, LiveTiming timing, TimeProvider clock)
{
    private const int MaxAnswer = 64 << 20;

    /// <summary>Clocks that differ less are no reason to be refused: AWS allows five minutes.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(4);

    /// <summary>A member that stands twice has no one meaning.</summary>
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    private TimeSpan skew;
    private TimeSpan lastSeen;

    /// <exception cref="ApiFaultException">It brought nothing.</exception>
    internal async Task<JsonObject> MakeAsync(ApiCall call, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(timing.Answer, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return await ExchangeAsync(call, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ApiFaultException(call, ApiFault.TimedOut, null, $"No whole answer came within {timing.Answer.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException failure)
        {
            throw new ApiFaultException(call, failure.HttpRequestError == HttpRequestError.ResponseEnded ? ApiFault.Broken : ApiFault.NotReachable, null, failure.Message)
            {
                NoSuchHost = failure.HttpRequestError == HttpRequestError.NameResolutionError,
            };
        }
        catch (AmazonClientException failure)
        {
            // No answer at all: the chain found nothing to sign with, or what it found cannot be renewed.
            throw new ApiFaultException(call, ApiFault.Expired, null, failure.Message);
        }
        catch (IOException failure)
        {
            throw new ApiFaultException(call, ApiFault.Broken, null, "The answer was cut off: " + failure.Message);
        }
    }

    /// <summary>From now on by the clock of the service that answered last; false where that was right already.</summary>
    internal bool CorrectClock()
    {
        if ((lastSeen - skew).Duration() < Tolerated)
        {
            return false;
        }

        skew = lastSeen;
        return true;
    }

    private async Task<JsonObject> ExchangeAsync(ApiCall call, CancellationToken cancellation)
    {
        (Uri address, RegionEndpoint region, bool named) = endpoints.Of(call.Service, call.Region, call.HostLabel);
        using HttpRequestMessage request = ApiRequest.Of(call, address, named);
        var parameters = new AWSSigV4Parameters { Credentials = credentials, Region = region, Service = call.Service.Signed, SignedAt = (clock.GetUtcNow() + skew).UtcDateTime };
        // The handler signs and holds nothing: the connections are the transport's, which lives on.
        using var signed = new HttpMessageInvoker(new SigV4SigningHandler(parameters, transport), disposeHandler: false);
        using HttpResponseMessage response = await signed.SendAsync(request, cancellation).ConfigureAwait(false);
        lastSeen = response.Headers.Date is { } date ? date - clock.GetUtcNow() : TimeSpan.Zero;
        byte[] body = await BodyAsync(call, response, cancellation).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? Answer(call, body)
            : throw ErrorAnswer.Of(call, response.StatusCode, name => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null, body);
    }

    private static async Task<byte[]> BodyAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellation)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] block = new byte[1 << 14];
        for (int read; (read = await stream.ReadAsync(block, cancellation).ConfigureAwait(false)) > 0;)
        {
            body.Write(block, 0, body.Length + read <= MaxAnswer ? read : throw new ApiFaultException(call, ApiFault.Other, null, $"The answer is larger than {MaxAnswer} bytes."));
        }

        return body.ToArray();
    }

    private static JsonObject Answer(ApiCall call, byte[] body)
    {
        try
        {
            return call.Service.SpeaksXml ? XmlAnswer.Of(call.Service.Protocol, call.Operation, body)
                : JsonNode.Parse(body, documentOptions: Once) as JsonObject ?? throw new FormatException("a JSON object was expected");
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or ArgumentException)
        {
            throw new ApiFaultException(call, ApiFault.Broken, null, $"The answer is not what the operation answers: {wrong.Message}.");
        }
    }
}
