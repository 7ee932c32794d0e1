namespace NhiGraph.Loaders.Joins;

/// <summary>What two sources have in common, so that a person, a team or an application of one is known in the other.</summary>
internal enum JoinedBy
{
    EmployeeId,
    Email,
    Upn,
    /// <summary>The id of a directory's user.</summary>
    DirectoryId,
    Login,
    /// <summary>What stands before the @ of an address.</summary>
    EmailLocalPart,
    TeamName,
    TeamEmail,
    ApplicationId,
    ApplicationName,
    /// <summary>Nothing: one source names it and none lists it.</summary>
    NameOnly,
}
