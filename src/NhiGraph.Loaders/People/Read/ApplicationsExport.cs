using System.Collections.Immutable;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.People.Read;

/// <summary>Reads a catalog of applications from CSV: one fact an application.</summary>
public static class ApplicationsExport
{
    private static readonly SortedDictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["id"] = ["id", "applicationid", "appid", "key", "code", "ciid"],
        ["name"] = ["name", "applicationname", "appname", "displayname", "application"],
        ["status"] = ["status", "state", "lifecycle", "lifecyclestatus"],
        ["retiredAt"] = ["retiredat", "retirementdate", "retireddate", "decommissionedat", "decommissiondate", "enddate", "endoflife"],
        ["vendor"] = ["vendor", "supplier", "manufacturer", "provider"],
        ["businessOwner"] = ["businessowner", "owner", "productowner"],
        ["technicalOwner"] = ["technicalowner", "itowner", "techowner", "systemowner"],
        ["escalation"] = ["escalation", "escalationcontact", "escalationowner"],
    };

    private static readonly SortedDictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["active"] = ["active", "live", "production", "inuse", "operational", "running"],
        ["retired"] = ["retired", "decommissioned", "inactive", "sunset", "endoflife", "shutdown", "archived"],
    };

    /// <param name="mapping">How the files are written (YAML), or null.</param>
    /// <exception cref="RefusedInputException">A file cannot be read or is no such table. Nothing may be stored.</exception>
    public static async Task<SourceReading> ReadAsync(ImmutableArray<ExportFile> files, ExportFile? mapping, CancellationToken cancellation)
    {
        var ledger = new ReadingLedger(PeopleDatasets.Applications, PeopleDatasets.Kind, _ => PeopleDatasets.Scope, [PeopleDatasets.Applications], PeopleProblems.Applications);
        await TableReading.ReadAsync(files, mapping, Columns, ["id"], Words, ledger, PeopleDatasets.Applications, Fact, PeopleProblems.Applications, cancellation);
        return ledger.Close();
    }

    private static (string Key, FactContent Content) Fact(CsvRow row)
    {
        string id = row.Needed("id");
        return (id, new FactContent()
            .Text("id", id)
            .Text("name", row.Text("name"))
            .Text("status", row.Word("status", Words))
            .Text("retiredAt", row.Date("retiredAt"))
            .Text("vendor", row.Text("vendor"))
            .Set("businessOwner", Owners(row, "businessOwner"))
            .Set("technicalOwner", Owners(row, "technicalOwner"))
            .Set("escalation", Owners(row, "escalation")));
    }

    private static IEnumerable<(string, string)> Owners(CsvRow row, string column) => row.Texts(column).Select(owner => (owner, FactContent.Quoted(owner)));
}
