using System.Text.Json;
using NhiGraph.Loaders.Aws.Simulate;

namespace NhiGraph.Loaders.Tests.Aws.Policy;

/// <summary>A case that cannot be decided says what is wrong and where, and is no obstacle to the next.</summary>
public class MalformedCaseTests
{
    private const string Who = """ "principal":{"arn":"arn:aws:iam::111111111111:user/ann"} """;
    private const string What = """ "action":"s3:GetObject","resource":"arn:aws:s3:::b/k" """;

    [Theory]
    [InlineData("nonsense", "NHI-AWS-201", "")]
    [InlineData("[1]", "NHI-AWS-201", "")]
    [InlineData("{" + What + "}", "NHI-AWS-202", "/principal")]
    [InlineData("{" + Who + ""","resource":"*"}""", "NHI-AWS-202", "/action")]
    [InlineData("{" + Who + ""","action":"s3:GetObject"}""", "NHI-AWS-202", "/resource")]
    [InlineData("{" + Who + ""","action":7,"resource":"*"}""", "NHI-AWS-203", "/action")]
    [InlineData("""{"principal":"ann",""" + What + "}", "NHI-AWS-204", "/principal")]
    [InlineData("""{"principal":{},""" + What + "}", "NHI-AWS-204", "/principal")]
    [InlineData("""{"principal":{"arn":"arn:aws:iam::111111111111:group/g"},""" + What + "}", "NHI-AWS-204", "/principal/arn")]
    [InlineData("""{"principal":{"arn":"arn:aws:iam::1:user/ann"},""" + What + "}", "NHI-AWS-204", "/principal/arn")]
    [InlineData("""{"principal":{"service":"a","anonymous":true},""" + What + "}", "NHI-AWS-204", "/principal")]
    [InlineData("{" + Who + ""","action":"s3:Get*","resource":"*"}""", "NHI-AWS-205", "/action")]
    [InlineData("{" + Who + ""","action":"GetObject","resource":"*"}""", "NHI-AWS-205", "/action")]
    [InlineData("{" + Who + ""","action":"s3:GetObject","resource":"b/k"}""", "NHI-AWS-206", "/resource")]
    [InlineData("{" + Who + "," + What + ""","resourceAccount":"1"}""", "NHI-AWS-203", "/resourceAccount")]
    [InlineData("{" + Who + "," + What + ""","context":{"a/b":{}}}""", "NHI-AWS-203", "/context/a~1b")]
    [InlineData("{" + Who + "," + What + ""","context":{"k":"a","K":"b"}}""", "NHI-AWS-208", "/context/K")]
    [InlineData("{" + Who + "," + What + ""","identityPolicies":{}}""", "NHI-AWS-203", "/identityPolicies")]
    [InlineData("{" + Who + "," + What + ""","scps":[{}]}""", "NHI-AWS-203", "/scps/0")]
    [InlineData("{" + Who + "," + What + ""","unknownContext":"*"}""", "NHI-AWS-203", "/unknownContext")]
    [InlineData("{" + Who + "," + What + ""","managementAccount":"yes"}""", "NHI-AWS-203", "/managementAccount")]
    [InlineData("{" + Who + "," + What + ""","identityPolicies":[{"name":"p","document":{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}}]}""", "NHI-AWS-207", "/identityPolicies/0/document/Statement/Effect")]
    [InlineData("{" + Who + "," + What + ""","identityPolicies":[{"name":"p","document":{"Statement":{"Effect":"Allow","Action":"*"}}}]}""", "NHI-AWS-207", "/identityPolicies/0/document/Statement")]
    [InlineData("{" + Who + "," + What + ""","identityPolicies":[{"name":"p","document":{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}}]}""", "NHI-AWS-207", "/identityPolicies/0/document/Statement/Principal")]
    [InlineData("{" + Who + "," + What + ""","identityPolicies":[{"name":"p","document":{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringIs":{"k":"v"}}}]}}]}""", "NHI-AWS-207", "/identityPolicies/0/document/Statement/0/Condition/StringIs")]
    [InlineData("{" + Who + "," + What + ""","identityPolicies":[{"name":"p","document":{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NullIfExists":{"k":"true"}}}]}}]}""", "NHI-AWS-207", "/identityPolicies/0/document/Statement/0/Condition/NullIfExists")]
    [InlineData("{" + Who + "," + What + ""","resourcePolicy":{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}""", "NHI-AWS-207", "/resourcePolicy/Statement")]
    [InlineData("{" + Who + "," + What + ""","rcps":[[{"name":"r","document":{"Statement":{"Effect":"Deny","Principal":{"AWS":"111111111111"},"Action":"*","Resource":"*"}}}]]}""", "NHI-AWS-207", "/rcps/0/0/document/Statement/Principal")]
    [InlineData("{" + Who + "," + What + ""","sessionPolicy":"{"}""", "NHI-AWS-207", "/sessionPolicy")]
    [InlineData("{" + Who + "," + What + ""","sessionPolicy":{"Statement":[],"Statement":[]}}""", "NHI-AWS-207", "/sessionPolicy/Statement")]
    public void What_is_wrong_is_told_with_its_place(string line, string code, string place)
    {
        JsonElement answer = JsonElement.Parse(new AccessSimulation().Answer(line, out bool decided));
        Assert.False(decided);
        Assert.Equal((code, place), (answer.GetProperty("error").GetProperty("code").GetString(), answer.GetProperty("error").GetProperty("pointer").GetString()));
        Assert.NotEmpty(answer.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void The_id_comes_back_as_it_was_given(string id)
    {
        foreach (string rest in (string[])[Who + "," + What, What])
        {
            Assert.Equal(id, JsonElement.Parse(new AccessSimulation().Answer($$"""{"id":{{id}},{{rest}}}""", out _)).GetProperty("id").GetRawText());
        }
    }

    [Fact]
    public void A_document_in_another_role_is_compiled_for_it()
    {
        var simulation = new AccessSimulation();
        string Ask(string member) => JsonElement.Parse(simulation.Answer("{" + Who + "," + What + $$""", "identityPolicies":[{"name":"all","document":{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"} } }],{{member}} }""", out _)).GetProperty("decision").GetString()!;
        const string Short = """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3"}]}""";
        Assert.Equal("EXPLICITLY_DENIED", Ask($$""" "boundaries":[{{Short}}] """));
        Assert.Equal("ALLOWED", Ask($$""" "scps":[[{{Short}}]] """));
    }
}
