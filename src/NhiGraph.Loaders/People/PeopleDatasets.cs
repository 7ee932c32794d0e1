namespace NhiGraph.Loaders.People;

/// <summary>
/// The datasets of people and their duties, and the JSON of their facts (<c>People/README.md</c> has an example of each). All are of one scope, <see cref="Scope"/>, whichever source brings them; a member that a source left out is left
/// out, lists are always there and sorted, dates are <c>2026-01-31T00:00:00Z</c>.
/// </summary>
public static class PeopleDatasets
{
    /// <summary>What all scopes of people begin with.</summary>
    public const string Kind = "people";

    public const string Scope = Kind + ":organization";

    /// <summary>An export of a personnel system.</summary>
    public const string Hr = "hr";

    /// <summary>A directory's SCIM 2.0 resources.</summary>
    public const string Scim = "scim";

    /// <summary>Source and dataset: the catalog of applications.</summary>
    public const string Applications = "applications";

    /// <summary>Source and dataset: who owns what.</summary>
    public const string Owners = "owners";

    /// <summary>
    /// Of <see cref="Hr"/>, key: the employee id: <c>employeeId, name, email, otherEmails[], upn, login, status ("active", "leave", "departed"), departedAt, hiredAt, manager (employee id or e-mail), department, teams[]</c>.
    /// Of <see cref="Scim"/>, key: the resource's id: <c>id, externalId, userName, name, active, emails[], employeeNumber, department, manager (an id)</c>.
    /// </summary>
    public const string People = "people";

    /// <summary>Of <see cref="Scim"/>, key: the group's id: <c>id, externalId, name, members[{id, group}]</c>. Of <see cref="Hr"/>: no facts; COMPLETE where its people name their teams.</summary>
    public const string Teams = "teams";
}
