using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>One person as one source tells it; several may be of one key.</summary>
internal sealed class Person
{
    private Person(string key, Fact fact, JsonElement content, bool isDirectory)
    {
        Key = key;
        Fact = fact.Id;
        Content = content;
        IsDirectory = isDirectory;
        Name = content.Text("name") ?? content.Text("email") ?? content.Text("userName") ?? fact.Id.Key;
    }

    internal string Key { get; }

    internal FactKey Fact { get; }

    internal JsonElement Content { get; }

    /// <summary>A directory's user, not a row of the personnel system.</summary>
    internal bool IsDirectory { get; }

    internal string Name { get; }

    internal static string KeyOf(string employeeId) => "human:" + employeeId;

    internal static string DirectoryKey(string id) => "human:scim:" + id;

    internal static Person OfHr(Fact fact) => new(KeyOf(fact.Id.Key), fact, FactJson.Parse(fact), isDirectory: false);

    internal static Person OfDirectory(Fact fact, JsonElement content, string key) => new(key, fact, content, isDirectory: true);

    /// <summary>All addresses, the work address first.</summary>
    internal IEnumerable<string> Mails() => ((string?[])
    [
        Content.Text("email"), Content.Text("userName") is { } name && name.Contains('@', StringComparison.Ordinal) ? name : null, .. Content.Texts("emails"), .. Content.Texts("otherEmails"),
    ]).OfType<string>().DistinctBy(PartyKeys.Folded, StringComparer.Ordinal);

    /// <summary>
    /// What the person is known by, with the join key of each. Addresses before @ count where the address is the person's; a number or a login counts as its source writes it.
    /// </summary>
    internal IEnumerable<(string Rung, Party Party)> Parties()
    {
        string? id = IsDirectory ? Content.Text("employeeNumber") : Content.Text("employeeId");
        if (id is not null)
        {
            yield return (PartyKeys.Employee(id), Known(JoinedBy.EmployeeId, id));
        }

        foreach (string directory in ((string?[])[IsDirectory ? Content.Text("id") : null, IsDirectory ? Content.Text("externalId") : null]).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            yield return (PartyKeys.Directory(directory), Known(JoinedBy.DirectoryId, directory));
        }

        foreach (string mail in Mails())
        {
            yield return (PartyKeys.Mail(mail), Known(JoinedBy.Email, mail));
            yield return (PartyKeys.LocalPart(mail.Split('@')[0]), Known(JoinedBy.EmailLocalPart, mail));
        }

        if (Content.Text("upn") is { } upn)
        {
            yield return (PartyKeys.Mail(upn), Known(JoinedBy.Upn, upn));
        }

        if ((IsDirectory ? Content.Text("userName") : Content.Text("login")) is { } login)
        {
            yield return (PartyKeys.Login(login), Known(JoinedBy.Login, login));
        }
    }

    /// <summary>What is told of it; a directory says only whether it is let in, which counts where the personnel system says nothing.</summary>
    internal (string Name, string? Value)[] Properties() =>
    [
        (PropertyNames.EmployeeId, IsDirectory ? Content.Text("employeeNumber") : Content.Text("employeeId")),
        (PropertyNames.Email, Mails().FirstOrDefault()),
        (PropertyNames.Status, Status() is HumanStatus.Unknown ? null : Status().Text()),
        (PropertyNames.DepartedAt, Content.Text("departedAt")),
        (PropertyNames.HiredAt, Content.Text("hiredAt")),
        (PropertyNames.Department, Content.Text("department")),
        (PropertyNames.Known, "true"),
    ];

    private HumanStatus Status() => IsDirectory
        ? Content.Flag("active") switch { true => HumanStatus.Active, false => HumanStatus.Departed, null => HumanStatus.Unknown }
        : VocabularyText.ParseOrDefault<HumanStatus>(Content.Text("status")?.ToUpperInvariant());

    private Party Known(JoinedBy by, string value) => new(Key, Name, by, value, Content.Text("hiredAt"), Content.Text("departedAt"), Fact);
}
