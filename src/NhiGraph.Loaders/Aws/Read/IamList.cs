using System.Collections.Immutable;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>One of the four lists of an export.</summary>
/// <param name="Member">The member that holds it.</param>
/// <param name="ArnType">The type that its records' ARNs have.</param>
/// <param name="Fact">What is kept of a record.</param>
internal sealed record IamList(string Member, string Dataset, string ArnType, Func<RecordReader, FactContent> Fact)
{
    public static ImmutableArray<IamList> All { get; } =
    [
        new("UserDetailList", AwsDatasets.Users, "user", IamRecords.User),
        new("GroupDetailList", AwsDatasets.Groups, "group", IamRecords.Group),
        new("RoleDetailList", AwsDatasets.Roles, "role", IamRecords.Role),
        new("Policies", AwsDatasets.Policies, "policy", IamRecords.Policy),
    ];
}
