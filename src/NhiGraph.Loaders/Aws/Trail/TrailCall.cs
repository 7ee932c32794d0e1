using System.Text.Json;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>One stored event.</summary>
internal sealed class TrailCall
{
    private readonly JsonElement actor;

    private TrailCall(FactKey fact, JsonElement content, TrailEvent known)
    {
        Fact = fact;
        Known = known;
        actor = content.Member("userIdentity") ?? default;
        Time = content.Text("eventTime") ?? "";
        Name = content.Text("name");
        Of = content.Text("of");
        UniqueId = content.Text("uniqueId");
        Begun = content.Text("sourceIdentity");
    }

    internal FactKey Fact { get; }

    internal TrailEvent Known { get; }

    internal string Time { get; }

    internal long Seconds => FactJson.Seconds(Time) ?? 0;

    /// <summary>The thing's ARN or id.</summary>
    internal string? Name { get; }

    /// <summary>The user, role or group that it is of.</summary>
    internal string? Of { get; }

    internal string? UniqueId { get; }

    /// <summary>The source identity that the session was begun with.</summary>
    internal string? Begun { get; }

    internal string? Type => actor.Text("type");

    internal string? ActorArn => actor.Text("arn");

    internal string? ActorName => actor.Text("userName");

    /// <summary>The role of the session that made the call.</summary>
    internal string? IssuerArn => actor.Text("issuerArn");

    internal string? SourceIdentity => actor.Text("sourceIdentity");

    internal string? OnBehalfOf => actor.Text("onBehalfOf");

    internal bool IsSession => Type == "AssumedRole" && ActorArn?.Contains(":assumed-role/", StringComparison.Ordinal) == true;

    internal string SessionName => ActorArn?[(ActorArn.LastIndexOf('/') + 1)..] ?? "";

    /// <summary>Who made the call, as a reader may find it in the log.</summary>
    internal string Actor => ActorArn ?? Type ?? "an unknown caller";

    /// <summary>Null for an event that this version has no rule for any more.</summary>
    internal static TrailCall? Parse(FactKey fact, JsonElement content) =>
        TrailEvent.All.FirstOrDefault(known => known.Event == content.Text("eventName")) is { } known ? new(fact, content, known) : null;

    internal Support Support(string what) => new(Fact, null, $"event {Fact.Key}: {Known.Event} of {what} by {Actor} at {Time}", null);
}
