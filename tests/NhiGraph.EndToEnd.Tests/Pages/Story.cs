namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>The things of the sample estate that the tests look at.</summary>
public static class Story
{
    internal const string ForgottenKey = "aws:access-key:AKIAFORGOTTENEXAMPLE";
    internal const string PictureLambda = "aws:arn:aws:iam::111122223333:role/thumbnail-lambda";
    internal const string Deployer = "aws:arn:aws:iam::111122223333:role/ci-deploy";
    internal const string Administrator = "aws:arn:aws:iam::111122223333:role/maintenance-lambda";
    internal const string Leaver = "human:1006";
    internal const string CustomerData = "aws:arn:aws:s3:::acme-prod-customer-data";

    /// <summary>A link to each page of the explorer.</summary>
    public static TheoryData<string> Links =>
    [
        "#/",
        "#/search?q=acme",
        "#/search?kind=IDENTITY",
        $"#/entity?id={ForgottenKey}",
        $"#/entity?id={PictureLambda}",
        $"#/entity?id={CustomerData}",
        $"#/chains?id={Deployer}",
        $"#/blast-radius?of={PictureLambda}&row={CustomerData}",
        $"#/exposure?of={CustomerData}",
        $"#/map?of={ForgottenKey}&row={CustomerData}",
        $"#/map?of={CustomerData}&way=exposure",
        $"#/paths?from={PictureLambda}&to={Administrator}",
        "#/toxic",
        "#/toxic?rule=administrators&certainty=PROVED&excepted=1",
        "#/orphans",
        $"#/trust?id={ForgottenKey}",
        "#/search?kind=HUMAN",
        $"#/entity?id={Leaver}",
        $"#/departure?id={Leaver}",
        "#/legend",
    ];
}
