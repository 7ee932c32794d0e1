using System.Globalization;
using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>
/// Every problem that asking AWS can have, one code each; a code is never given to another problem. 111 to 114 and 118 end the load before it begins, the others leave the dataset that the call was for DENIED, FAILED or PARTIAL.
/// No statement holds a credential: services name at most the id of a key.
/// </summary>
internal static class LiveProblems
{
    private const string Unchanged = "What was stored of it before stays.";

    /// <param name="right">What the call needs; null for none.</param>
    internal static Problem Of(ApiFaultException failed, string? right)
    {
        string at = failed.Call.ToString();
        string said = failed.Code is null ? failed.Message : $"{failed.Code}: {failed.Message}";
        return failed.Fault switch
        {
            ApiFault.Denied => Of(101, $"AWS refused the call ({said}). {Unchanged}", $"Allow {right ?? "it"} to the identity that loads: nhigraph load aws --print-policy prints all that is needed. An organisation's policy, a boundary or the resource's own policy may deny it too.", at),
            ApiFault.Throttled => Of(102, $"AWS throttled the call to the end ({said}). {Unchanged}", "Load again when less else asks this account's API.", at),
            ApiFault.Expired => Of(103, $"The credentials expired ({said}). {Unchanged}", "Sign in again (aws sso login, or new session credentials), then load again.", at),
            ApiFault.NotAccepted => Of(104, $"AWS does not accept the credentials ({said}). {Unchanged}", "See that key and secret belong together, that the key is active, and that the region is of the partition (aws, aws-cn, aws-us-gov) that the credentials are of.", at),
            ApiFault.Skewed => Of(105, $"The clock of this machine differs from that of AWS ({said}). {Unchanged}", "Set the clock, then load again.", at),
            ApiFault.WrongRegion => Of(106, $"The region is not one that this account has switched on ({said}). {Unchanged}", "Give the regions that the account uses: --regions.", at),
            ApiFault.NotReachable => Of(107, $"The service cannot be reached: {said} {Unchanged}", "See to network, proxy and AWS_ENDPOINT_URL, and that there is a region of that name.", at),
            ApiFault.TimedOut => Of(108, $"{said} {Unchanged}", "Load again; if it stays so, see to network and proxy.", at),
            ApiFault.Broken => Of(109, $"{said} {Unchanged}", "Load again; if it stays so, something between here and AWS answers in its place: see to proxy and AWS_ENDPOINT_URL.", at),
            ApiFault.Failing => Of(110, $"The service failed ({said}). {Unchanged}", "Load again later.", at),
            _ => Of(119, $"AWS answered with an error ({said}). {Unchanged}", "Look at what it says; load again once it is mended.", at),
        };
    }

    internal static Problem NoCredentials(string why) =>
        Of(111, $"There are no credentials for AWS: {string.Join(' ', why.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}", "Name a profile (--profile), sign in to it (aws sso login --profile NAME), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.", null);

    internal static Problem NoProfile(string profile) =>
        Of(112, $"There is no profile {profile} in the AWS configuration.", "aws configure list-profiles names those that there are.", null);

    internal static Problem SameAccountTwice(string account, string first, string second) =>
        Of(113, $"{first} and {second} are both of account {account}.", "Name one role an account: an account is read once.", null);

    internal static Problem WrongEndpoint(string where) =>
        Of(114, $"{where} is not the address of an endpoint.", "Write it as https://HOST, or unset it.", null);

    internal static Problem PagesGoInCircles(string call) =>
        Of(115, "A page names a page that was read already, or says that another follows and not which: the list has no end.", $"Load again; what was read so far is kept as a part of the list. {Unchanged}", call);

    internal static Problem ReportNotReady(string call, TimeSpan waited) =>
        Of(116, $"The credential report was not ready after {waited.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds.", "Load again in some minutes: AWS goes on making it.", call);

    internal static Problem NoListOfUsers(string call) =>
        Of(117, "Neither the users nor the credential report could be read, so nobody can be asked for their keys.", "Mend what is wrong with those first.", call);

    internal static Problem NotSaved(string place, string why) =>
        Of(118, $"This is not what nhigraph load aws --live --save wrote: {why}", "Give the folder that --save named.", place);

    private static Problem Of(int number, string statement, string remedy, string? locator) => new($"NHI-LIV-{number.ToString("000", CultureInfo.InvariantCulture)}", statement, remedy, locator);
}
