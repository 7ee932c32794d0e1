using System.Globalization;
using NhiGraph.Loaders.Input;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>
/// Every problem a reader of AWS files can find: one method each, one code each. A code is never given to another problem, nor used again once it is gone.
/// 001-009 and 029 refuse the load, 031 the names of tags; the others leave out an item, a field or a policy, and make its dataset PARTIAL unless said otherwise.
/// </summary>
internal static class AwsProblems
{
    /// <summary>Those that any input may have.</summary>
    public static InputProblems Input { get; } = new("AWS");

    public static Problem NoAccount(string? locator) =>
        Input.Of(8, "No record names an account, so nothing can be told of any.", "Give an export that has at least one user, group, role or policy of the account, or its credential report.", locator);

    public static Problem NotReport(string locator, string why) =>
        Input.Of(9, $"This is not a credential report: {why}", "Give the CSV of the credential report with its header line, or what aws iam get-credential-report prints.", locator);

    public static Problem WrongArn(string locator, string found, string expected) =>
        Input.Of(12, $"\"{InputProblems.Shown(found)}\" is not {expected}; the record is left out.", "Export again; if the names were replaced on purpose, keep the form of the ARN.", locator);

    public static Problem UnreadablePolicy(string locator, string why) =>
        Input.Of(14, $"The policy document does not parse: {why} What it allows or denies is unknown.", "Export again; a policy that AWS accepted parses.", locator);

    public static Problem PolicyTooLarge(string locator, long characters, int limit) =>
        Input.Of(15, $"The policy document has {characters.ToString(CultureInfo.InvariantCulture)} characters; AWS takes none over 20480, we none over {limit.ToString(CultureInfo.InvariantCulture)}. What it allows or denies is unknown.", "Look at the named place and export again.", locator);

    public static Problem PolicyTooDeep(string locator, int limit) =>
        Input.Of(16, $"The policy document is nested deeper than {limit.ToString(CultureInfo.InvariantCulture)} levels. What it allows or denies is unknown.", "Look at the named place and export again.", locator);

    public static Problem NoVersionInForce(string locator, string why) =>
        Input.Of(17, $"Which version of the policy is in force cannot be told: {why} What it allows or denies is unknown.", "Export again.", locator);

    public static Problem PolicyNotListed(string locator, string policy) =>
        Input.Of(18, $"The attached policy {InputProblems.Shown(policy)} is not in the export, so what it allows is unknown.", "Export again without --filter and give every page.", locator);

    public static Problem GroupNotListed(string locator, string group) =>
        Input.Of(19, $"The group {InputProblems.Shown(group)} is not in the export, so what it gives its members is unknown.", "Export again without --filter and give every page.", locator);

    public static Problem PagesMissing(string locator, string account) =>
        Input.Of(20, $"The last page of account {InputProblems.Shown(account)} is missing: every page given says that another follows.", "Give every page, or let the command page by itself (without --no-paginate and --max-items).", locator);

    public static Problem KeyWithoutUser(string locator, string user) =>
        Input.Of(23, $"No account of this load has a user {InputProblems.Shown(user)}; the access key or other credential is left out.", "Give the authorization details of the key's account in the same load.", locator);

    public static Problem KeyOfSeveralUsers(string locator, string user, string accounts) =>
        Input.Of(24, $"The accounts {accounts} each have a user {InputProblems.Shown(user)}, and a listing of credentials names no account; the access key or other credential is left out.", "Load one account at a time.", locator);

    public static Problem ResourceWithoutAccount(string locator, string arn) =>
        Input.Of(25, $"Neither {InputProblems.Shown(arn)} nor another resource of its file names an account; the resource is left out.", "Load one account at a time.", locator);

    public static Problem UsersLookFiltered(string? locator, string account) =>
        Input.Of(27, $"The export lists no user of account {InputProblems.Shown(account)}, but its credential report does.", "Export again without --filter.", locator);

    public static Problem OrganizationIncomplete(string locator, string account, string missing) =>
        Input.Of(30, $"What the organisation's policies leave to account {InputProblems.Shown(account)} cannot be told: {InputProblems.Shown(missing)} is missing. They are left out, and answers say so.", "Give the missing document; the README of the AWS loader has the commands.", locator);

    public static Problem WrongTagFile(string locator, string expected) =>
        Input.Of(31, $"The names of tags are not understood: expected {expected}.", "Mend the file at that line; Aws/README.md shows one.", locator);

    public static Problem WorkloadNotPlaced(string locator, string missing) =>
        Input.Of(32, $"Nothing says of which {missing} this is; it is left out.", "Put Account and Region beside the list, as the README of the AWS loader does it with jq.", locator);

    public static Problem WorkloadNotDescribed(string locator, string arn, string command) =>
        Input.Of(33, $"{InputProblems.Shown(arn)} is listed but not described, so the role that it runs as is unknown.", $"Give what {command} prints of it.", locator);

    public static Problem InventoryIncomplete(string locator, string account, string missing) =>
        Input.Of(34, $"The inventory of account {InputProblems.Shown(account)} is not whole: {missing} What is not in it may be there all the same.", "Give each listing of each region, to its last page, and aws ec2 describe-regions.", locator);
}
