using System.Collections.Immutable;

namespace NhiGraph.Loaders.Joins;

/// <summary>Join keys of people, teams and applications. People ask under them; whoever names one offers. Letters' case and leading zeros of numbers do not matter.</summary>
internal static class PartyKeys
{
    internal const string Persons = "person:";
    internal const string Teams = "team:";

    /// <summary>Things that can be owned offer under it, rows that say who owns what ask.</summary>
    internal const string Owned = "owned";

    internal static string Employee(string id) =>
        Persons + "employee:" + (id.Trim() is { Length: > 0 } text && text.All(char.IsAsciiDigit) ? text.TrimStart('0').PadLeft(1, '0') : id.Trim().ToUpperInvariant());

    internal static string Mail(string address) => Persons + "mail:" + Folded(address);

    internal static string Directory(string id) => Persons + "directory:" + Folded(id);

    internal static string Login(string login) => Persons + "login:" + Folded(login);

    internal static string LocalPart(string text) => Persons + "local:" + Folded(text);

    internal static string TeamName(string name) => Teams + "name:" + Folded(name);

    internal static string TeamMail(string address) => Teams + "mail:" + Folded(address);

    internal static string Application(string idOrName) => "application:" + Folded(idOrName);

    /// <summary>What an account's own name may be of a person: an address, else a login.</summary>
    internal static ImmutableArray<string> OfAccountName(string name) => name.Contains('@', StringComparison.Ordinal) ? [Mail(name)] : [Login(name), LocalPart(name)];

    /// <summary>What a free text may name: a person by address, number or login, a team by address or name.</summary>
    internal static ImmutableArray<string> OfReference(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? [Mail(text), TeamMail(text)] : [Employee(text), Login(text), LocalPart(text), TeamName(text)];

    internal static string Folded(string text) => text.Trim().ToLowerInvariant();
}
