using System.Text.Json;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>
/// Reads events that tell who made, renewed or ended what: one fact an event, by its id. Events that failed are nobody's doing. Of sessions, only those are kept in which a kept event happened.
/// A log is never a whole listing: its dataset is PARTIAL and closes nothing.
/// </summary>
internal sealed class TrailReading(ReadingLedger ledger)
{
    private sealed record Begun(TrailRecord Record, string Locator);

    private readonly Dictionary<string, List<Begun>> sessions = new(StringComparer.Ordinal);
    private readonly List<TrailRecord> kept = [];

    /// <exception cref="Runs.RefusedInputException">The file is no whole log.</exception>
    internal void Read(string file, ReadOnlySpan<byte> text) => TrailRecords.Read(file, text, ReadEvent, faults => ledger.Report(faults, null, AwsDatasets.CloudTrail));

    /// <summary>Keeps the sessions that are needed, and those that they were begun from.</summary>
    internal void Close()
    {
        var todo = new Stack<TrailRecord>(kept);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (todo.TryPop(out TrailRecord? record))
        {
            if (record.SessionArn is { } arn && sessions.TryGetValue(arn, out List<Begun>? begun) && Of(record, begun) is { } session && seen.Add(session.Record.EventId))
            {
                Keep(session.Record, session.Locator, new RecordFaults(TrailRecords.Told));
                todo.Push(session.Record);
            }
        }
    }

    /// <summary>The session with the event's own temporary key, else the last that began before it.</summary>
    private static Begun? Of(TrailRecord record, List<Begun> begun) =>
        begun.Where(session => session.Record.Key is not null && session.Record.Key == record.ActingKey).MaxBy(session => session.Record.NamesActor)
        ?? begun.Where(session => string.CompareOrdinal(session.Record.Time, record.Time) <= 0).OrderBy(session => session.Record.Time, StringComparer.Ordinal).ThenBy(session => session.Record.EventId, StringComparer.Ordinal).LastOrDefault();

    private void ReadEvent(JsonElement element, string locator)
    {
        string? name = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("eventName", out JsonElement said) ? RecordReader.TextOf(said) : null;
        string? source = name is not null && element.TryGetProperty("eventSource", out said) ? RecordReader.TextOf(said) : null;
        if (name is null)
        {
            Lost(locator, TrailRecords.Told.WrongMember(locator, "an event with its eventName"));
            return;
        }

        NameAccount(element);
        if (TrailEvent.Find(source, name) is not { } known || (element.TryGetProperty("errorCode", out said) && said.ValueKind != JsonValueKind.Null))
        {
            return;
        }

        var faults = new RecordFaults(TrailRecords.Told);
        string? account = null;
        try
        {
            TrailRecord record = TrailRecord.Of(RecordReader.Of(element, locator, faults), known);
            account = record.Account;
            if (known.Effect != TrailEffect.Session)
            {
                kept.Add(record);
                Keep(record, locator, faults);
            }
            else if (record.Begins is { } session)
            {
                (sessions.TryGetValue(session, out List<Begun>? begun) ? begun : sessions[session] = []).Add(new(record, locator));
            }
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        ledger.Report(faults, account, AwsDatasets.CloudTrail);
    }

    private void NameAccount(JsonElement element)
    {
        if (element.TryGetProperty("recipientAccountId", out JsonElement account) && RecordReader.TextOf(account) is { } id && TrailRecord.IsAccount(id))
        {
            ledger.AddAccount(id);
            ledger.Given(id, AwsDatasets.CloudTrail);
            ledger.Partial(id, AwsDatasets.CloudTrail);
        }
    }

    private void Keep(TrailRecord record, string locator, RecordFaults faults)
    {
        if (ledger.Keep(record.Account, AwsDatasets.CloudTrail, record.EventId, record.Content, locator, faults))
        {
            ledger.Partial(record.Account, AwsDatasets.CloudTrail);
        }
    }

    private void Lost(string locator, Storage.Runs.Problem problem)
    {
        var faults = new RecordFaults(TrailRecords.Told);
        faults.Missing(problem with { Locator = locator });
        ledger.Report(faults, null, AwsDatasets.CloudTrail);
    }
}
