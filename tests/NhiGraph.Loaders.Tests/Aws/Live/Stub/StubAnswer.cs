using System.Text;

namespace NhiGraph.Loaders.Tests.Aws.Live.Stub;

/// <summary>What the stub sends.</summary>
internal sealed record StubAnswer(int Status, string Body)
{
    /// <summary>So much less of the body is sent than was promised.</summary>
    public bool Cut { get; init; }

    /// <summary>Nothing is sent, and the connection stays open.</summary>
    public bool Silent { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

    public static StubAnswer Xml(string operation, string result) =>
        new(200, $"<{operation}Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>");

    /// <summary>An answer of S3.</summary>
    public static StubAnswer Element(string name, string members) => new(200, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{name} xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{members}</{name}>");

    public static StubAnswer Json(string body) => new(200, body);

    public static bool IsXml(string service) => service is "iam" or "sts" or "ec2" or "cloudformation" or "s3" or "s3control" or "sns";

    /// <summary>An error in the form of the service's protocol.</summary>
    public static StubAnswer Error(string service, int status, string code, string message = "As the test says.") => service is "s3" or "s3control"
        ? new(status, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message><RequestId>r</RequestId></Error>")
        : IsXml(service)
        ? new(status, $"<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>r</RequestId></ErrorResponse>")
        : new(status, $"{{\"__type\":\"com.amazonaws.{service}#{code}\",\"Message\":\"{message}\"}}") { Headers = service == "lambda" ? [("x-amzn-errortype", code)] : [] };
}
