using System.Text.Json;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Policy;

public class PolicyParserTests
{
    [Fact]
    public void Scalars_and_arrays_read_the_same()
    {
        PolicyStatement one = Parse("""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":true}}}}""").Statements[0];
        PolicyStatement many = Parse("""{"Statement":[{"Effect":"Allow","Action":["s3:*"],"Resource":["*"],"Condition":{"Bool":{"aws:SecureTransport":["true"]}}}]}""").Statements[0];
        Assert.Equal(one.Actions, many.Actions);
        Assert.Equal(one.Resources, many.Resources);
        Assert.Equal(one.Conditions[0].Values, many.Conditions[0].Values);
        Assert.Equal("/Statement", one.Pointer);
        Assert.Equal("/Statement/0", many.Pointer);
    }

    [Fact]
    public void Principals_read_in_every_form()
    {
        PolicyStatement bare = Parse("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*"}}""").Statements[0];
        Assert.Equal([new PolicyPrincipal("AWS", "*")], bare.Principals);
        PolicyStatement mixed = Parse("""{"Statement":{"Effect":"Deny","Action":"sts:AssumeRole","NotPrincipal":{"AWS":["a","b"],"Service":"ec2.amazonaws.com"}}}""").Statements[0];
        Assert.True(mixed.IsNotPrincipal);
        Assert.Equal(["AWS a", "AWS b", "Service ec2.amazonaws.com"], mixed.Principals.Select(principal => $"{principal.Kind} {principal.Value}"));
    }

    [Fact]
    public void Variables_count_from_the_version_of_2012_on()
    {
        Assert.False(Parse("""{"Statement":[]}""").HasVariables);
        Assert.False(Parse("""{"Version":"2008-10-17","Statement":[]}""").HasVariables);
        Assert.True(Parse("""{"Version":"2012-10-17","Statement":[]}""").HasVariables);
    }

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"Statement":[1]}""", "/Statement/0")]
    [InlineData("""{"Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}""", "/Statement/0/Effect")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Resource":"*"}]}""", "/Statement/0")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"}]}""", "/Statement/0")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":[{}],"Resource":"*"}}""", "/Statement/Action")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":[]}}}""", "/Statement/Condition/Bool")]
    public void What_is_no_policy_is_refused_at_its_place(string document, string place) =>
        Assert.Equal(place, Assert.Throws<MalformedPolicyException>(() => Parse(document)).Pointer);

    [Theory]
    [InlineData("ForAnyValue:StringLike", "StringLike")]
    [InlineData("StringEqualsIfExists", "StringEquals")]
    [InlineData("ForAllValues:StringNotEqualsIfExists", "StringNotEquals")]
    public void Comparison_leaves_set_and_exists_words_out(string written, string comparison) => Assert.Equal(comparison, new PolicyCondition(written, "k", []).Comparison);

    private static PolicyDocument Parse(string json) => PolicyParser.Parse(JsonElement.Parse(json));
}
