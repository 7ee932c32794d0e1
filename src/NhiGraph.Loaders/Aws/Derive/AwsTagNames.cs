namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Which tags tell what; matched without case. Each may have several names: the first that a thing has counts.</summary>
public sealed record AwsTagNames
{
    public IReadOnlyList<string> Owner { get; init; } = ["owner"];

    public IReadOnlyList<string> BusinessOwner { get; init; } = ["business-owner"];

    public IReadOnlyList<string> TechnicalOwner { get; init; } = ["technical-owner"];

    public IReadOnlyList<string> Escalation { get; init; } = ["escalation"];

    public IReadOnlyList<string> Team { get; init; } = ["team"];

    public IReadOnlyList<string> Application { get; init; } = ["application", "application-id"];

    /// <summary>Of a user: the person's address.</summary>
    public IReadOnlyList<string> Email { get; init; } = ["email", "mail"];

    /// <summary>Of a user: the person's number in the personnel system.</summary>
    public IReadOnlyList<string> EmployeeId { get; init; } = ["employee-id"];

    public IReadOnlyList<string> Environment { get; init; } = ["environment"];

    public IReadOnlyList<string> Purpose { get; init; } = ["purpose"];

    public IReadOnlyList<string> DataClassification { get; init; } = ["data-classification"];

    public IReadOnlyList<string> Criticality { get; init; } = ["criticality"];

    /// <summary>The day until which a thing is meant to be there. AWS does not end it then.</summary>
    public IReadOnlyList<string> Expires { get; init; } = ["expires", "expires-on"];
}
