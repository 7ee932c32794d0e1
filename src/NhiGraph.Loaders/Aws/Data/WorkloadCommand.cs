using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>A command of the AWS CLI that lists or describes workloads.</summary>
/// <param name="Right">The right that it needs.</param>
/// <param name="Has">Members of its document by which it is known.</param>
/// <param name="Items">The path to its items; empty where the document is the item.</param>
/// <param name="Arn">An item's ARN: a template of its members, <c>{}</c> where the item is a text, <c>{/}</c> for what stands after its last slash.</param>
internal sealed record WorkloadCommand(string Command, string Right, ImmutableArray<string> Has, string Items, string Arn)
{
    /// <summary>Members that another command's document has beside the same.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>The member that names an item's account, where its ARN does not.</summary>
    public string? Account { get; init; }

    /// <summary>The member that names an item's availability zone, where its ARN does not name its region.</summary>
    public string? Zone { get; init; }

    /// <summary>Its list is left out where it is empty.</summary>
    public bool Omits { get; init; }

    /// <summary>Its items are names, addresses or ARNs alone.</summary>
    internal bool ListsTexts => Arn.Contains("{}", StringComparison.Ordinal) || Arn.Contains("{/}", StringComparison.Ordinal);

    /// <summary>The member that its items are in.</summary>
    internal string List => Items.Split('/')[0];
}
