using System.Collections.Immutable;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.People.Read;

/// <summary>Reads who owns what from CSV: one fact a row.</summary>
public static class OwnersExport
{
    private static readonly SortedDictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["id"] = ["id", "pattern", "glob", "arn", "key", "identity", "resource"],
        ["role"] = ["role", "ownership", "kind", "type"],
        ["person"] = ["person", "email", "employeeid", "employee", "user"],
        ["team"] = ["team", "group"],
        ["owner"] = ["owner"],
        ["since"] = ["since", "from", "date", "ownersince"],
    };

    private static readonly SortedDictionary<string, string[]> Roles = new(StringComparer.Ordinal)
    {
        ["business"] = ["business", "businessowner", "product"],
        ["technical"] = ["technical", "technicalowner", "tech", "it", "engineering"],
        ["escalation"] = ["escalation", "escalationcontact", "escalationpath"],
    };

    /// <param name="mapping">How the files are written (YAML), or null.</param>
    /// <exception cref="RefusedInputException">A file cannot be read or is no such table. Nothing may be stored.</exception>
    public static async Task<SourceReading> ReadAsync(ImmutableArray<ExportFile> files, ExportFile? mapping, CancellationToken cancellation)
    {
        var ledger = new ReadingLedger(PeopleDatasets.Owners, PeopleDatasets.Kind, _ => PeopleDatasets.Scope, [PeopleDatasets.Owners], PeopleProblems.Owners);
        await TableReading.ReadAsync(files, mapping, Columns, ["id"], Roles, ledger, PeopleDatasets.Owners, Fact, PeopleProblems.Owners, cancellation);
        return ledger.Close();
    }

    /// <summary>Keyed by all that tells two duties apart.</summary>
    private static (string Key, FactContent Content) Fact(CsvRow row)
    {
        string id = row.Needed("id");
        string? role = row.Word("role", Roles);
        if (role is null && row.Text("role") is not null)
        {
            throw new UnreadableRecordException(PeopleProblems.Owners.WrongRow(row.Locator, "its role is none of business, technical and escalation."));
        }

        (string Column, string? Name)[] named = [.. ((string[])["person", "team", "owner"]).Select(column => (column, row.Text(column))).Where(owner => owner.Item2 is not null)];
        if (named.Length != 1)
        {
            throw new UnreadableRecordException(PeopleProblems.OwnerNotNamed(row.Locator));
        }

        return ($"{id}|{role}|{named[0].Column}|{named[0].Name}", new FactContent().Text("id", id).Text("role", role).Text(named[0].Column, named[0].Name).Text("since", row.Date("since")));
    }
}
