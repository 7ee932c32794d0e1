using System.Collections.Immutable;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.People.Read;

/// <summary>The files of one load of people; several make one listing. A kind that is left empty is not read.</summary>
/// <param name="Hr">CSV exports of the personnel system; they should have those who left, with the date.</param>
/// <param name="Mapping">How they are written (YAML), or null.</param>
/// <param name="ScimUsers">SCIM 2.0 users: ListResponse pages, or plain resources.</param>
/// <param name="ScimGroups">SCIM 2.0 groups.</param>
public sealed record PeopleFiles(ImmutableArray<ExportFile> Hr, ExportFile? Mapping, ImmutableArray<ExportFile> ScimUsers, ImmutableArray<ExportFile> ScimGroups);
