using System.Globalization;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>
/// Every problem a reader of AWS files can find: one method each, one code each. A code is never given to another problem, nor used again once it is gone.
/// 001-009 and 029 refuse the load; the others leave out an item, a field or a policy, and make its dataset PARTIAL unless said otherwise.
/// </summary>
internal static class AwsProblems
{
    public static Problem FileNotReadable(string file, string why) =>
        Of(1, $"The file cannot be read: {why}", "Give the path of a file that this user may read.", file);

    public static Problem FileTooLarge(string file, long limit) =>
        Of(2, $"The file is larger than {limit.ToString(CultureInfo.InvariantCulture)} bytes.", "Export page by page (aws ... --no-paginate, or --max-items) and give every page as a file of its own.", file);

    public static Problem NotJson(string file, string pointer, long line, string why) =>
        Of(3, $"The file is not whole JSON: line {line.ToString(CultureInfo.InvariantCulture)}: {why}", "Run the command again with --output json and let it finish; a file that was cut off cannot be loaded in part.", file + "#" + pointer);

    public static Problem NotText(string file, long offset) =>
        Of(4, $"The file is not UTF-8 text: byte {offset.ToString(CultureInfo.InvariantCulture)} begins no character. UTF-16 is read too, if it begins with its byte order mark.", "Save the file as UTF-8.", file);

    public static Problem Empty(string file) =>
        Of(5, "The file is empty.", "Run the command again and see that it printed something; leave the option out if there is nothing to give.", file);

    public static Problem TooDeep(string file, string pointer, int limit) =>
        Of(6, $"The JSON is nested deeper than {limit.ToString(CultureInfo.InvariantCulture)} levels; what AWS prints stays under 20.", "Look at the named place and export again.", file + "#" + pointer);

    public static Problem WrongShape(string locator, string expected) =>
        Of(7, $"The document has not the shape of what its command prints: expected {expected}.", "Give each file to the option of the command that printed it, as it was printed.", locator);

    public static Problem NoAccount(string? locator) =>
        Of(8, "No record names an account, so nothing can be told of any.", "Give an export that has at least one user, group, role or policy of the account, or its credential report.", locator);

    public static Problem NotReport(string locator, string why) =>
        Of(9, $"This is not a credential report: {why}", "Give the CSV of the credential report with its header line, or what aws iam get-credential-report prints.", locator);

    public static Problem WrongMember(string locator, string expected) =>
        Of(10, $"Expected {expected}; the record is left out.", "Export again; if AWS really printed it so, tell us.", locator);

    public static Problem DuplicateMember(string locator) =>
        Of(11, "The member stands twice in one object, so it has no one meaning; the record is left out.", "Export again; AWS prints each member once.", locator);

    public static Problem WrongArn(string locator, string found, string expected) =>
        Of(12, $"\"{Shown(found)}\" is not {expected}; the record is left out.", "Export again; if the names were replaced on purpose, keep the form of the ARN.", locator);

    public static Problem DuplicateRecord(string locator, string key, string first) =>
        Of(13, $"{Shown(key)} was already given at {first}; the first is kept.", "Give each page once, and pages of one export only.", locator);

    public static Problem UnreadablePolicy(string locator, string why) =>
        Of(14, $"The policy document does not parse: {why} What it allows or denies is unknown.", "Export again; a policy that AWS accepted parses.", locator);

    public static Problem PolicyTooLarge(string locator, long characters, int limit) =>
        Of(15, $"The policy document has {characters.ToString(CultureInfo.InvariantCulture)} characters; AWS takes none over 20480, we none over {limit.ToString(CultureInfo.InvariantCulture)}. What it allows or denies is unknown.", "Look at the named place and export again.", locator);

    public static Problem PolicyTooDeep(string locator, int limit) =>
        Of(16, $"The policy document is nested deeper than {limit.ToString(CultureInfo.InvariantCulture)} levels. What it allows or denies is unknown.", "Look at the named place and export again.", locator);

    public static Problem NoVersionInForce(string locator, string why) =>
        Of(17, $"Which version of the policy is in force cannot be told: {why} What it allows or denies is unknown.", "Export again.", locator);

    public static Problem PolicyNotListed(string locator, string policy) =>
        Of(18, $"The attached policy {Shown(policy)} is not in the export, so what it allows is unknown.", "Export again without --filter and give every page.", locator);

    public static Problem GroupNotListed(string locator, string group) =>
        Of(19, $"The group {Shown(group)} is not in the export, so what it gives its members is unknown.", "Export again without --filter and give every page.", locator);

    public static Problem PagesMissing(string locator, string account) =>
        Of(20, $"The last page of account {Shown(account)} is missing: every page given says that another follows.", "Give every page, or let the command page by itself (without --no-paginate and --max-items).", locator);

    public static Problem FieldDropped(string locator, string expected) =>
        Of(21, $"Expected {expected}; the field is left out.", "Export again; if AWS really printed it so, tell us.", locator);

    /// <summary>Does not make the dataset PARTIAL: no access hangs on it.</summary>
    public static Problem LooksLikeSecret(string locator, string what) =>
        Of(22, $"This looks like {what}. It was not stored.", "Take the secret out of where it stands and rotate it: whoever can read this export has it.", locator);

    public static Problem KeyWithoutUser(string locator, string user) =>
        Of(23, $"No account of this load has a user {Shown(user)}; the access key is left out.", "Give the authorization details of the key's account in the same load.", locator);

    public static Problem KeyOfSeveralUsers(string locator, string user, string accounts) =>
        Of(24, $"The accounts {accounts} each have a user {Shown(user)}, and a listing of access keys names no account; the access key is left out.", "Load one account at a time.", locator);

    public static Problem ResourceWithoutAccount(string locator, string arn) =>
        Of(25, $"Neither {Shown(arn)} nor another resource of its file names an account; the resource is left out.", "Load one account at a time.", locator);

    public static Problem WrongRow(string locator, string why) =>
        Of(26, $"The row does not parse: {why} It is left out.", "Take the report again and do not edit it.", locator);

    public static Problem UsersLookFiltered(string? locator, string account) =>
        Of(27, $"The export lists no user of account {Shown(account)}, but its credential report does.", "Export again without --filter.", locator);

    public static Problem MoreOfTheSame(string code, int count) =>
        Of(28, $"{count.ToString(CultureInfo.InvariantCulture)} more problems with code {code}.", "Mend those that are named, then load again to see the others.", null);

    public static Problem TooManyProblems(int limit, Problem last) =>
        Of(29, $"More than {limit.ToString(CultureInfo.InvariantCulture)} items do not parse; the last one: {last.Statement}", "This is not what AWS prints: look at the named place and export again.", last.Locator);

    /// <summary>A name out of the input, cut to what a reader can take in; never what looks like a secret.</summary>
    private static string Shown(string text) => SecretPattern.InText(text) is { } secret ? $"({secret})" : text.Length <= 160 ? text : text[..160] + "...";

    private static Problem Of(int number, string statement, string remedy, string? locator) =>
        new("NHI-AWS-" + number.ToString("000", CultureInfo.InvariantCulture), statement, remedy, locator);
}
