using System.Globalization;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Input;

/// <summary>
/// The problems that any input may have, the same numbers in every family of codes: <c>NHI-AWS-003</c> and <c>NHI-HR-003</c> both are a file that is not whole JSON. A family has its own problems beside them under
/// other numbers. A code is never given to another problem, nor used again once it is gone. 001-007 and 029 refuse the load; the others leave out an item or a field and make its dataset PARTIAL unless said otherwise.
/// </summary>
/// <param name="family">E.g. <c>AWS</c>.</param>
internal sealed class InputProblems(string family)
{
    public Problem FileNotReadable(string file, string why) =>
        Of(1, $"The file cannot be read: {why}", "Give the path of a file that this user may read.", file);

    public Problem FileTooLarge(string file, long limit) =>
        Of(2, $"The file is larger than {limit.ToString(CultureInfo.InvariantCulture)} bytes.", "Export in parts (with the AWS CLI: --no-paginate, or --max-items) and give every part as a file of its own.", file);

    public Problem NotJson(string file, string pointer, long line, string why) =>
        Of(3, $"The file is not whole JSON: line {line.ToString(CultureInfo.InvariantCulture)}: {why}", "Export again as JSON and let it finish; a file that was cut off cannot be loaded in part.", file + "#" + pointer);

    public Problem NotText(string file, long offset) =>
        Of(4, $"The file is not UTF-8 text: byte {offset.ToString(CultureInfo.InvariantCulture)} begins no character. UTF-16 is read too, if it begins with its byte order mark.", "Save the file as UTF-8.", file);

    public Problem Empty(string file) =>
        Of(5, "The file is empty.", "Export again and see that it wrote something; leave the option out if there is nothing to give.", file);

    public Problem TooDeep(string file, string pointer, int limit) =>
        Of(6, $"The JSON is nested deeper than {limit.ToString(CultureInfo.InvariantCulture)} levels; what sources write stays under 20.", "Look at the named place and export again.", file + "#" + pointer);

    public Problem WrongShape(string locator, string expected) =>
        Of(7, $"The document has not the shape that it should have: expected {expected}.", "Give each file to the option that it is for, as its source wrote it.", locator);

    public Problem WrongMember(string locator, string expected) =>
        Of(10, $"Expected {expected}; the record is left out.", "Export again; if the source really writes it so, tell us.", locator);

    public Problem DuplicateMember(string locator) =>
        Of(11, "The member stands twice in one object, so it has no one meaning; the record is left out.", "Export again; a member stands once.", locator);

    public Problem DuplicateRecord(string locator, string key, string first) =>
        Of(13, $"{Shown(key)} was already given at {first}; the first is kept.", "Give each page once, and pages of one export only.", locator);

    public Problem FieldDropped(string locator, string expected) =>
        Of(21, $"Expected {expected}; the field is left out.", "Export again; if the source really writes it so, tell us.", locator);

    /// <summary>Does not make the dataset PARTIAL: nothing hangs on it.</summary>
    public Problem LooksLikeSecret(string locator, string what) =>
        Of(22, $"This looks like {what}. It was not stored.", "Take the secret out of where it stands and rotate it: whoever can read this export has it.", locator);

    public Problem WrongRow(string locator, string why) =>
        Of(26, $"The row does not parse: {why} It is left out.", "Export again and do not edit it.", locator);

    public Problem MoreOfTheSame(string code, int count) =>
        Of(28, $"{count.ToString(CultureInfo.InvariantCulture)} more problems with code {code}.", "Mend those that are named, then load again to see the others.", null);

    public Problem TooManyProblems(int limit, Problem last) =>
        Of(29, $"More than {limit.ToString(CultureInfo.InvariantCulture)} items do not parse; the last one: {last.Statement}", "This is not what its source writes: look at the named place and export again.", last.Locator);

    /// <summary>A problem of this family alone.</summary>
    public Problem Of(int number, string statement, string remedy, string? locator) =>
        new($"NHI-{family}-{number.ToString("000", CultureInfo.InvariantCulture)}", statement, remedy, locator);

    /// <summary>A name out of the input, cut to what a reader can take in; never what looks like a secret.</summary>
    public static string Shown(string text) => SecretPattern.InText(text) is { } secret ? $"({secret})" : text.Length <= 160 ? text : text[..160] + "...";
}
