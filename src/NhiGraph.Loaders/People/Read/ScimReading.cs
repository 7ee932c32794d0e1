using System.Text.Json;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.People.Read;

/// <summary>Reads SCIM 2.0 users and groups (RFC 7643, ListResponse of RFC 7644): one fact a resource.</summary>
internal sealed class ScimReading
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private readonly ReadingLedger ledger = new(PeopleDatasets.Scim, PeopleDatasets.Kind, _ => PeopleDatasets.Scope, [PeopleDatasets.People, PeopleDatasets.Teams], PeopleProblems.Hr);

    /// <summary>Groups within groups, each with the first place that names it.</summary>
    private readonly SortedDictionary<string, string> inner = new(StringComparer.Ordinal);

    internal void ReadUsers(List<ExportDocument> documents) => Read(documents, PeopleDatasets.People, User);

    internal void ReadGroups(List<ExportDocument> documents) => Read(documents, PeopleDatasets.Teams, Group);

    internal SourceReading Close() => ledger.Close();

    private void Read(List<ExportDocument> documents, string dataset, Func<RecordReader, FactContent> fact)
    {
        ledger.AddAccount(PeopleDatasets.Scope);
        int total = 0, given = 0;
        foreach (ExportDocument document in documents)
        {
            ledger.Given(PeopleDatasets.Scope, dataset);
            foreach ((JsonElement resource, string locator) in Resources(document, ref total))
            {
                given++;
                ReadResource(resource, locator, dataset, fact);
            }
        }

        foreach (string place in inner.Where(group => !ledger.KeysOf(PeopleDatasets.Scope, dataset).Contains(group.Key, StringComparer.Ordinal)).Select(group => group.Value))
        {
            ledger.Report(PeopleProblems.GroupNotListed(place));
            ledger.Partial(PeopleDatasets.Scope, dataset);
        }

        if (given < total)
        {
            ledger.Report(PeopleProblems.PagesMissing(documents[^1].Place, total, given));
            ledger.Partial(PeopleDatasets.Scope, dataset);
        }
    }

    /// <summary>The resources of a ListResponse, or the document itself.</summary>
    private static IEnumerable<(JsonElement Resource, string Locator)> Resources(ExportDocument document, ref int total)
    {
        RecordReader root = Root(document);
        if (root.Element("Resources") is null && root.Element("totalResults") is null)
        {
            return root.Element("id") is null ? throw WrongShape(document.Place, "a SCIM resource with an id, or a ListResponse with totalResults and Resources") : [(document.Root, document.Place)];
        }

        if (root.Number("totalResults") is not { } said)
        {
            throw WrongShape(document.At("/totalResults"), "how many resources the directory has");
        }

        total = Math.Max(total, said);
        try
        {
            return [.. root.Items("Resources")];
        }
        catch (UnreadableRecordException)
        {
            throw WrongShape(document.At("/Resources"), "a list");
        }
    }

    private void ReadResource(JsonElement resource, string locator, string dataset, Func<RecordReader, FactContent> fact)
    {
        var faults = new RecordFaults(PeopleProblems.Hr);
        try
        {
            RecordReader record = RecordReader.Of(resource, locator, faults);
            string id = record.Text("id");
            string content = fact(record).Text("id", id).Text("externalId", record.OptionalText("externalId")).ToString();
            ledger.Keep(PeopleDatasets.Scope, dataset, id, content, locator, faults);
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        ledger.Report(faults, PeopleDatasets.Scope, dataset);
    }

    private static FactContent User(RecordReader user)
    {
        RecordReader? enterprise = user.Object(Enterprise);
        return new FactContent()
            .Text("userName", user.Text("userName"))
            .Text("name", user.OptionalText("displayName") ?? user.Object("name")?.OptionalText("formatted"))
            .Flag("active", user.Flag("active"))
            .Set("emails", user.Objects("emails").Select(mail => mail.OptionalText("value")).OfType<string>().Select(mail => (mail, FactContent.Quoted(mail))))
            .Text("employeeNumber", enterprise?.OptionalText("employeeNumber"))
            .Text("department", enterprise?.OptionalText("department"))
            .Text("manager", enterprise?.Object("manager")?.OptionalText("value"));
    }

    private FactContent Group(RecordReader group) => new FactContent()
        .Text("name", group.Text("displayName"))
        .Set("members", group.Objects("members").Select(member =>
        {
            string id = member.Text("value");
            bool isGroup = string.Equals(member.OptionalText("type"), "Group", StringComparison.OrdinalIgnoreCase) || member.OptionalText("$ref")?.Contains("/Groups/", StringComparison.Ordinal) == true;
            _ = isGroup && inner.TryAdd(id, member.Locator);
            return (id, new FactContent().Text("id", id).Flag("group", isGroup).ToString());
        }));

    private static RecordReader Root(ExportDocument document)
    {
        try
        {
            return RecordReader.Of(document.Root, document.Place, new RecordFaults(PeopleProblems.Hr));
        }
        catch (UnreadableRecordException unreadable)
        {
            throw WrongShape(unreadable.Problem.Locator ?? document.Place, "an object whose members stand once each");
        }
    }

    private static RefusedInputException WrongShape(string locator, string expected) => new([PeopleProblems.Hr.WrongShape(locator, expected)]);
}
