using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.People.Read;

/// <summary>Reads the rows of a personnel system's export: one fact a person.</summary>
internal sealed class HrReading
{
    internal static readonly SortedDictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["employeeId"] = ["employeeid", "employeenumber", "employeeno", "personnelnumber", "personnelid", "workerid", "personid", "staffid", "id"],
        ["name"] = ["name", "displayname", "fullname", "employeename", "preferredname"],
        ["firstName"] = ["firstname", "givenname"],
        ["lastName"] = ["lastname", "familyname", "surname"],
        ["email"] = ["email", "workemail", "emailwork", "mail", "emailaddress", "primaryemail"],
        ["otherEmails"] = ["otheremails", "othermails", "aliases", "emailaliases", "secondaryemail", "proxyaddresses"],
        ["upn"] = ["upn", "userprincipalname"],
        ["login"] = ["login", "username", "samaccountname", "accountname", "userid"],
        ["status"] = ["status", "employmentstatus", "workerstatus", "state"],
        ["departedAt"] = ["departedat", "departuredate", "terminationdate", "enddate", "lastworkingday", "lastdayofwork", "leavedate", "leftat", "exitdate"],
        ["hiredAt"] = ["hiredat", "hiredate", "startdate", "joineddate", "originalhiredate"],
        ["manager"] = ["manager", "managerid", "manageremployeeid", "managernumber", "supervisor", "supervisorid", "manageremail", "reportsto"],
        ["department"] = ["department", "costcenter", "orgunit", "organisation", "organization", "businessunit"],
        ["teams"] = ["team", "teams", "squad"],
    };

    internal static readonly SortedDictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["active"] = ["active", "a", "employed", "current", "working", "present"],
        ["leave"] = ["leave", "onleave", "loa", "leaveofabsence", "parentalleave", "sabbatical", "absent", "paidleave", "unpaidleave", "suspended"],
        ["departed"] = ["departed", "terminated", "t", "left", "leaver", "inactive", "resigned", "retired", "former", "exited", "dismissed", "deceased"],
    };

    /// <summary>After every date.</summary>
    private const string Lasting = "~";

    private readonly Dictionary<string, string> ends = new(StringComparer.Ordinal);
    private readonly ReadingLedger ledger = new(PeopleDatasets.Hr, PeopleDatasets.Kind, _ => PeopleDatasets.Scope, [PeopleDatasets.People, PeopleDatasets.Teams], PeopleProblems.Hr);

    internal void Read(string file, ReadOnlyMemory<byte> text, CsvMapping mapping)
    {
        ledger.AddAccount(PeopleDatasets.Scope);
        ledger.Given(PeopleDatasets.Scope, PeopleDatasets.People);
        foreach (CsvRow row in CsvTable.Rows(file, text, Columns, ["employeeId"], mapping, PeopleProblems.Hr, Lost))
        {
            try
            {
                Keep(row);
            }
            catch (UnreadableRecordException unreadable)
            {
                row.Faults.Missing(unreadable.Problem);
            }

            ledger.Report(row.Faults, PeopleDatasets.Scope, PeopleDatasets.People);
            if (row.Has("teams"))
            {
                ledger.Given(PeopleDatasets.Scope, PeopleDatasets.Teams);
            }
        }
    }

    /// <summary>Teams are told by the people in them, so they are known as far as people are.</summary>
    internal SourceReading Close()
    {
        if (!ledger.IsWhole(PeopleDatasets.Scope, PeopleDatasets.People))
        {
            ledger.Partial(PeopleDatasets.Scope, PeopleDatasets.Teams);
        }

        return ledger.Close();
    }

    private void Lost(RecordFaults faults) => ledger.Report(faults, PeopleDatasets.Scope, PeopleDatasets.People);

    private void Keep(CsvRow row)
    {
        string id = row.Needed("employeeId");
        string? departed = row.Date("departedAt");
        string? status = StatusOf(row, departed);
        string content = new FactContent()
            .Text("employeeId", id)
            .Text("name", row.Text("name") ?? (string.Join(' ', ((string?[])[row.Text("firstName"), row.Text("lastName")]).OfType<string>()) is { Length: > 0 } name ? name : null))
            .Text("email", row.Text("email"))
            .Set("otherEmails", row.Texts("otherEmails").Select(mail => (mail, FactContent.Quoted(mail))))
            .Text("upn", row.Text("upn"))
            .Text("login", row.Text("login"))
            .Text("status", status)
            .Text("departedAt", departed)
            .Text("hiredAt", row.Date("hiredAt"))
            .Text("manager", row.Text("manager"))
            .Text("department", row.Text("department"))
            .Set("teams", row.Texts("teams").Select(team => (team, FactContent.Quoted(team))))
            .ToString();
        // Whoever was employed twice under one id has a row for each time: the one that lasts counts, or lasted longest.
        string end = status == "departed" || departed is not null ? departed ?? "" : Lasting;
        if (ledger.Find(PeopleDatasets.Scope, PeopleDatasets.People, id) is not { } first)
        {
            ledger.Add(PeopleDatasets.Scope, PeopleDatasets.People, id, content, row.Locator);
            ends[id] = end;
        }
        else if (ends[id] == end && first.Content != content)
        {
            row.Faults.Missing(PeopleProblems.Hr.DuplicateRecord(row.Locator, id, first.Locator));
        }
        else if (string.CompareOrdinal(end, ends[id]) > 0)
        {
            ledger.Replace(PeopleDatasets.Scope, PeopleDatasets.People, id, content, row.Locator);
            ends[id] = end;
        }
    }

    /// <summary>An export without a column of status tells it by the date of departure.</summary>
    private static string? StatusOf(CsvRow row, string? departed) =>
        row.Has("status") ? row.Word("status", Words)
        : !row.Has("departedAt") ? null
        : departed is not null ? "departed"
        : row.Text("departedAt") is null ? "active" : null;
}
