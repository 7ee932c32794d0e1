using System.Text.Json;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>One document of <c>get-account-authorization-details</c>: all of an account, a page of it, or several accounts put together.</summary>
/// <param name="Place">Its file, up to and with the <c>#</c> of JSON pointers.</param>
/// <param name="Lists">The members of the lists it has.</param>
/// <param name="Truncated">It says that another page follows.</param>
internal sealed record IamPage(string Place, IReadOnlySet<string> Lists, bool Truncated)
{
    /// <summary>The accounts of its records; AWS's own policies name none.</summary>
    public SortedSet<string> Accounts { get; set; } = new(StringComparer.Ordinal);

    /// <exception cref="RefusedInputException">The document is not what that command prints.</exception>
    public static IamPage Of(ExportDocument document, out IReadOnlyDictionary<string, JsonElement> lists)
    {
        RecordReader root = Root(document);
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (IamList list in IamList.All)
        {
            if (root.Element(list.Member) is { } items)
            {
                found[list.Member] = items.ValueKind == JsonValueKind.Array ? items : throw WrongShape(document.At("/" + list.Member), "a list");
            }
        }

        if (found.Count == 0)
        {
            throw WrongShape(document.Place, "an object with UserDetailList, GroupDetailList, RoleDetailList and Policies");
        }

        try
        {
            lists = found;
            return new IamPage(document.Place, found.Keys.ToHashSet(StringComparer.Ordinal), root.Flag("IsTruncated") == true || !string.IsNullOrEmpty(root.OptionalText("NextToken")));
        }
        catch (UnreadableRecordException)
        {
            throw WrongShape(document.At("/IsTruncated"), "true or false");
        }
    }

    /// <summary>The members of a document; those of AWS stand once each.</summary>
    public static RecordReader Root(ExportDocument document)
    {
        try
        {
            return RecordReader.Of(document.Root, document.Place, new RecordFaults(AwsProblems.Input));
        }
        catch (UnreadableRecordException unreadable)
        {
            throw WrongShape(unreadable.Problem.Locator ?? document.Place, "an object whose members stand once each");
        }
    }

    public static RefusedInputException WrongShape(string locator, string expected) => new([AwsProblems.Input.WrongShape(locator, expected)]);
}
