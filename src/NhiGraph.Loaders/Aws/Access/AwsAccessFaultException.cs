namespace NhiGraph.Loaders.Aws.Access;

/// <summary>A question that has no answer as it was asked.</summary>
public sealed class AwsAccessFaultException : Exception
{
    public AwsAccessFaultException(string message) : base(message)
    {
    }

    public AwsAccessFaultException(string message, Exception inner) : base(message, inner)
    {
    }

    public AwsAccessFaultException()
    {
    }
}
