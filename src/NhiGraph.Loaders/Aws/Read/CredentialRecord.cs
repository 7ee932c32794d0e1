using System.Text.RegularExpressions;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>What listings of users' credentials have alike.</summary>
internal static partial class CredentialRecord
{
    /// <summary>Never small letters: a secret put in the wrong place has them.</summary>
    /// <exception cref="UnreadableRecordException">It is no id.</exception>
    internal static string Id(RecordReader record, string member, string expected)
    {
        string id = record.Text(member);
        return id.Length is >= 16 and <= 128 && id.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter)) ? id
            : throw new UnreadableRecordException(AwsProblems.Input.WrongMember(record.At(member), expected));
    }

    /// <summary>Of a device: its ARN where it is virtual or a security key, else what its maker wrote on it.</summary>
    /// <exception cref="UnreadableRecordException">It is none.</exception>
    internal static string Serial(RecordReader record, string member) => record.Text(member) is var serial && Serial().IsMatch(serial) ? serial
        : throw new UnreadableRecordException(AwsProblems.Input.WrongMember(record.At(member), "the serial number or ARN of a device"));

    /// <exception cref="UnreadableRecordException">It is no status.</exception>
    internal static string Status(RecordReader record) => record.Text("Status") is var status and ("Active" or "Inactive" or "Expired") ? status
        : throw new UnreadableRecordException(AwsProblems.Input.WrongMember(record.At("Status"), "Active or Inactive"));

    /// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_MFADevice.html; small letters stand in ARNs only.</summary>
    [GeneratedRegex("^(arn:aws[a-z-]*:iam::[0-9]{12}:[a-zA-Z0-9+=/:,.@_-]{1,200}|[A-Z0-9-]{9,64})$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();
}
