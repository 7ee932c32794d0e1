using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>What listings of users' credentials have alike.</summary>
internal static class CredentialRecord
{
    /// <summary>Never small letters: a secret put in the wrong place has them.</summary>
    /// <exception cref="UnreadableRecordException">It is no id.</exception>
    internal static string Id(RecordReader record, string member, string expected)
    {
        string id = record.Text(member);
        return id.Length is >= 16 and <= 128 && id.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter)) ? id
            : throw new UnreadableRecordException(AwsProblems.Input.WrongMember(record.At(member), expected));
    }

    /// <exception cref="UnreadableRecordException">It is no status.</exception>
    internal static string Status(RecordReader record) => record.Text("Status") is var status and ("Active" or "Inactive" or "Expired") ? status
        : throw new UnreadableRecordException(AwsProblems.Input.WrongMember(record.At("Status"), "Active or Inactive"));
}
