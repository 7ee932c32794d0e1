using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Loaders.Aws.Live.Fetch;

namespace NhiGraph.Loaders.Tests.Aws.Live;

/// <summary>Where S3 is asked: at a host named after bucket or account, or, where the name is no label of a host or an endpoint was configured, by the path. https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html</summary>
public sealed class BucketHostTests
{
    [Theory]
    [InlineData("acme-lake", "eu-west-1", "https://acme-lake.s3.eu-west-1.amazonaws.com/?policy")]
    [InlineData("acme-lake", "cn-north-1", "https://acme-lake.s3.cn-north-1.amazonaws.com.cn/?policy")]
    [InlineData("acme.lake", "eu-west-1", "https://s3.eu-west-1.amazonaws.com/acme.lake?policy")]
    [InlineData("Acme_Lake", "us-east-1", "https://s3.us-east-1.amazonaws.com/Acme_Lake?policy")]
    public void A_bucket_is_asked_at_its_host(string bucket, string region, string address) => Assert.Equal(address, Asked(LiveCall.Of("GetBucketPolicy").In(region, ("Bucket", bucket)), null).RequestUri!.AbsoluteUri);

    [Fact]
    public void A_configured_endpoint_has_one_host_for_all() =>
        Assert.Equal("http://127.0.0.1:5000/acme-lake?encryption", Asked(LiveCall.Of("GetBucketEncryption").In("eu-west-1", ("Bucket", "acme-lake")), "http://127.0.0.1:5000").RequestUri!.AbsoluteUri);

    [Fact]
    public void Buckets_are_listed_where_there_is_none_in_the_name() =>
        Assert.Equal("https://s3.eu-west-1.amazonaws.com/?max-buckets=1000&continuation-token=a%2Fb%3D", Asked(LiveCall.Of("ListBuckets").In("eu-west-1", ("continuation-token", "a/b=")), null).RequestUri!.AbsoluteUri);

    [Theory]
    [InlineData(null, "https://111122223333.s3-control.eu-west-1.amazonaws.com/v20180820/configuration/publicAccessBlock")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/v20180820/configuration/publicAccessBlock")]
    public void The_account_stands_in_the_host_and_in_the_header(string? configured, string address)
    {
        HttpRequestMessage request = Asked(LiveCall.Of("GetPublicAccessBlock", "s3control").In("eu-west-1", ("AccountId", "111122223333")), configured);
        Assert.Equal((address, "111122223333"), (request.RequestUri!.AbsoluteUri, request.Headers.GetValues("x-amz-account-id").Single()));
    }

    private static HttpRequestMessage Asked(ApiCall call, string? configured)
    {
        (Uri address, _, bool named) = new AwsEndpoints(name => name == "AWS_ENDPOINT_URL" ? configured : null, null).Of(call.Service, call.Region, call.HostLabel);
        return ApiRequest.Of(call, address, named);
    }
}
