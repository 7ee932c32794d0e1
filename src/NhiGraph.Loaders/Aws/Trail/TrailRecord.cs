using System.Text.Json;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>What is kept of one event: who made the call, when, and what it was about.</summary>
/// <param name="Account">Whose graph it belongs to: the account of the thing; for a session, of its role.</param>
/// <param name="Time">ISO 8601, UTC.</param>
/// <param name="Content">The fact.</param>
internal sealed record TrailRecord(string EventId, string Account, string Time, string Content)
{
    /// <summary>The session that made the call, by its ARN; null for others.</summary>
    internal string? SessionArn { get; private init; }

    /// <summary>The key that signed the call.</summary>
    internal string? ActingKey { get; private init; }

    /// <summary>The caller is told by ARN. A role that another account's principal takes is logged in both accounts, and only the caller's own log names it.</summary>
    internal bool NamesActor { get; private init; }

    /// <summary>The session that begins here, by its ARN, and the id of its temporary key.</summary>
    internal string? Begins { get; private init; }

    internal string? Key { get; private init; }

    internal static bool IsAccount(string id) => id.Length == 12 && id.All(char.IsAsciiDigit);

    /// <exception cref="UnreadableRecordException">The event lacks what every event has.</exception>
    internal static TrailRecord Of(RecordReader record, TrailEvent known)
    {
        string id = record.Text("eventID");
        string time = IsoDate.Of(record.Text("eventTime")) ?? throw new UnreadableRecordException(record.Faults.Told.WrongMember(record.At("eventTime"), "an ISO 8601 date with time"));
        RecordReader actor = record.Object("userIdentity") ?? throw new UnreadableRecordException(record.Faults.Told.WrongMember(record.At("userIdentity"), "who made the call"));
        string? name = Leaf(record, known.Name), of = Leaf(record, known.Of);
        bool session = known.Effect == TrailEffect.Session;
        string account = session ? of?.Split(':') is { Length: >= 6 } arn ? arn[4] : "" : record.OptionalText("recipientAccountId") ?? actor.OptionalText("accountId") ?? "";
        if (!IsAccount(account))
        {
            throw new UnreadableRecordException(record.Faults.Told.WrongMember(record.At(session ? known.Of : "recipientAccountId"), "the account it happened in"));
        }

        string? key = session ? TemporaryKey(record.Object("responseElements")?.Element("credentials")) : null;
        string content = new FactContent()
            .Text("eventID", id)
            .Text("eventName", known.Event)
            .Text("eventTime", time)
            .Json("userIdentity", Actor(actor))
            .Text("name", name)
            .Text("of", of)
            .Text("uniqueId", Leaf(record, known.Thing == TrailThing.User ? "responseElements/user/userId" : known.Thing == TrailThing.Role ? "responseElements/role/roleId" : ""))
            .Text("sourceIdentity", session ? Leaf(record, "requestParameters/sourceIdentity") : null)
            .ToString();
        return new(id, account, time, content)
        {
            SessionArn = actor.OptionalText("arn") is { } who && who.Contains(":assumed-role/", StringComparison.Ordinal) ? who : null,
            NamesActor = actor.OptionalText("arn") is not null,
            ActingKey = actor.OptionalText("accessKeyId"),
            Begins = session ? name : null,
            Key = key,
        };
    }

    /// <summary>The log has the session's token beside the key's id, always: only the id is looked at.</summary>
    private static string? TemporaryKey(JsonElement? credentials) =>
        credentials is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("accessKeyId", out JsonElement id) ? RecordReader.TextOf(id) : null;

    private static string Actor(RecordReader actor)
    {
        RecordReader? context = actor.Object("sessionContext");
        RecordReader? issuer = context?.Object("sessionIssuer");
        return new FactContent()
            .Text("type", actor.OptionalText("type"))
            .Text("arn", actor.OptionalText("arn"))
            .Text("userName", actor.OptionalText("userName"))
            .Text("principalId", actor.OptionalText("principalId"))
            .Text("invokedBy", actor.OptionalText("invokedBy"))
            .Text("identityProvider", actor.OptionalText("identityProvider"))
            .Text("issuerArn", issuer?.OptionalText("arn"))
            .Text("sourceIdentity", context?.OptionalText("sourceIdentity"))
            .Text("onBehalfOf", actor.Object("onBehalfOf")?.OptionalText("userId"))
            .ToString();
    }

    /// <summary>The text that a chain of members leads to; null where one misses.</summary>
    private static string? Leaf(RecordReader record, string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        string[] steps = path.Split('/');
        RecordReader? at = record;
        for (int i = 0; i < steps.Length - 1 && at is not null; i++)
        {
            at = at.Object(steps[i]);
        }

        return at?.OptionalText(steps[^1]);
    }
}
