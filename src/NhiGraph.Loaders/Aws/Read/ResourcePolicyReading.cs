using System.Text.Json;
using System.Text.RegularExpressions;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>
/// Reads what the AWS CLI prints of single resources: their policies, what blocks public access to buckets, and what buckets encrypt with. Most of it does not print whose it is: that stands beside it as <c>ResourceArn</c>,
/// or <c>AccountId</c> for what is of a whole account; <c>"NoPolicy": true</c> in place of a policy says that there is none.
/// </summary>
internal sealed partial class ResourcePolicyReading(ReadingLedger ledger)
{
    private const string Expected = "an object with Policy, policyText, ResourcePolicy, Attributes, PublicAccessBlockConfiguration or ServerSideEncryptionConfiguration, and with ResourceArn where it does not name its resource itself";

    private const string PublicAccessBlock = "#public-access-block";

    private static readonly string[] Blocks = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    /// <exception cref="RefusedInputException">The document is not what one of the commands prints.</exception>
    public void Read(ExportDocument document)
    {
        RecordReader root = IamPage.Root(document);
        if (!IsKnown(root))
        {
            throw IamPage.WrongShape(document.Place, Expected);
        }

        var faults = new RecordFaults(AwsProblems.Input);
        string? account = null;
        try
        {
            account = Take(RecordReader.Of(document.Root, document.Place, faults), faults);
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        ledger.Report(faults, account, AwsDatasets.ResourcePolicies);
    }

    /// <summary>To be called once the inventory was read: complete are accounts whose resources of all kinds that have a say are known, each with what it says.</summary>
    public void Close()
    {
        foreach (string account in ledger.Accounts)
        {
            bool Said(string key) => ledger.Find(account, AwsDatasets.ResourcePolicies, key) is not null;
            if (!Said(account + PublicAccessBlock) || !WorkloadKind.All.Where(kind => !kind.Says.IsEmpty).All(kind =>
                ledger.IsWhole(account, kind.Dataset) && ledger.KeysOf(account, kind.Dataset).All(arn => kind.Says.All(ending => Said(arn + ending)))))
            {
                ledger.Partial(account, AwsDatasets.ResourcePolicies);
            }
        }
    }

    private static bool IsKnown(RecordReader root) => ((string[])["Policy", "NoPolicy", "policyText", "ResourcePolicy", "Attributes", "PublicAccessBlockConfiguration", "ServerSideEncryptionConfiguration"]).Any(member => root.Element(member) is not null)
        || (root.Element("ARN") is not null && root.Element("Name") is not null);

    /// <returns>The account that it is of.</returns>
    private string Take(RecordReader root, RecordFaults faults)
    {
        RecordReader? attributes = root.Object("Attributes");
        string? arn = root.Element("ResourceArn") is null ? null : root.Text("ResourceArn");
        arn ??= (attributes?.Element("QueueArn") is null ? null : attributes.Text("QueueArn")) ?? (attributes?.Element("TopicArn") is null ? null : attributes.Text("TopicArn")) ?? (root.Element("ARN") is null ? null : root.Text("ARN"));
        if (arn is not null && Form().Match(arn) is not { Success: true })
        {
            throw new UnreadableRecordException(AwsProblems.WrongArn(root.At("ResourceArn"), arn, "the ARN of one resource"));
        }

        string account = AccountOf(root, arn);
        var fact = new FactContent().Text("ResourceARN", arn);
        if (root.Object("PublicAccessBlockConfiguration") is { } block)
        {
            var flags = new FactContent();
            foreach (string name in Blocks)
            {
                flags.Flag(name, block.Flag(name) ?? false);
            }

            Keep(account, (arn ?? account) + PublicAccessBlock, fact.Json("PublicAccessBlock", flags.ToString()), root);
            return account;
        }

        if (arn is null)
        {
            throw new UnreadableRecordException(AwsProblems.Input.WrongMember(root.At("ResourceArn"), "the ARN of the resource that the document is of"));
        }

        if (root.Object("ServerSideEncryptionConfiguration") is { } encryption)
        {
            Encryption(account, arn, fact, encryption, root);
            return account;
        }

        JsonElement? policy = root.Element("Policy") ?? root.Element("policyText") ?? root.Element("ResourcePolicy") ?? attributes?.Element("Policy");
        bool none = policy is not { } given || (given.ValueKind == JsonValueKind.String && RecordReader.TextOf(given) is "");
        Keep(account, arn, none ? fact.Flag("NoPolicy", true) : fact.Json("Policy", PolicyText.Read(policy, PolicyKind.Resource, root.At("Policy"), faults) ?? $$"""{"{{AwsDatasets.Unreadable}}":true}"""), root);
        return account;
    }

    /// <summary>Only a key of the customer's says who may read; AWS's own are for all who may use the service.</summary>
    private void Encryption(string account, string arn, FactContent fact, RecordReader encryption, RecordReader root)
    {
        foreach (RecordReader rule in encryption.Objects("Rules"))
        {
            if (rule.Object("ApplyServerSideEncryptionByDefault") is { } applied && applied.Text("SSEAlgorithm").StartsWith("aws:kms", StringComparison.Ordinal)
                && applied.OptionalText("KMSMasterKeyID") is { } key && !key.EndsWith("alias/aws/s3", StringComparison.Ordinal))
            {
                Keep(account, arn + "#encryption", fact.Json("Encryption", new FactContent().Text("Algorithm", applied.Text("SSEAlgorithm")).Text("KeyArn", key).ToString()), root);
                return;
            }
        }

        Keep(account, arn + "#encryption", fact.Json("Encryption", "{}"), root);
    }

    private string AccountOf(RecordReader root, string? arn) =>
        arn?.Split(':')[4] is { Length: 12 } own ? own
        : root.Element("AccountId") is not null ? root.Text("AccountId") is { Length: 12 } told && told.All(char.IsAsciiDigit) ? told : throw new UnreadableRecordException(AwsProblems.Input.WrongMember(root.At("AccountId"), "the twelve digits of an account"))
        : ledger.Accounts.Count == 1 ? ledger.Accounts.Single()
        : throw new UnreadableRecordException(AwsProblems.ResourceWithoutAccount(root.At("ResourceArn"), arn ?? "what is of an account"));

    private void Keep(string account, string key, FactContent content, RecordReader root) =>
        ledger.Keep(account, AwsDatasets.ResourcePolicies, key, content.ToString(), root.Locator, root.Faults);

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12})?:[^\s\p{C}*?]{1,2000}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
