using System.Text.Json;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read.Inventory;

/// <summary>Which command printed a document.</summary>
internal sealed record WorkloadDocument(WorkloadKind Kind, WorkloadCommand Command)
{
    /// <summary>Members that name the page which follows: what has one is no whole list.</summary>
    internal static string[] NextPage { get; } = ["NextToken", "nextToken", "NextMarker", "ContinuationToken", "LastEvaluatedTableName"];

    /// <summary>It lists what workloads are asked of.</summary>
    internal bool IsContainers => ReferenceEquals(Command, Kind.Containers);

    /// <summary>It says what is there.</summary>
    internal bool Lists => ReferenceEquals(Command, Kind.Commands[0]);

    /// <summary>It says all of each.</summary>
    internal bool Describes => ReferenceEquals(Command, Kind.Commands[^1]);

    /// <summary>Null where it is of none. An empty list is its first command's.</summary>
    internal static WorkloadDocument? Of(RecordReader root) =>
        (from kind in WorkloadKind.All
         from command in kind.Containers is { } containers ? kind.Commands.Add(containers) : kind.Commands
         where command.Has.All(member => root.Element(member) is not null) && !command.Without.Any(member => root.Element(member) is not null) && Fits(root, command)
         select new WorkloadDocument(kind, command)).FirstOrDefault();

    /// <summary>Two commands may call a list alike, one of names and one of objects.</summary>
    private static bool Fits(RecordReader root, WorkloadCommand command) =>
        command.Items.Length == 0 || root.Element(command.List) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0 || list[0].ValueKind == JsonValueKind.String == command.ListsTexts;
}
