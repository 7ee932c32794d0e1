using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>The node of a principal, or a session, of another account that something here names.</summary>
internal static class CallerNode
{
    /// <returns>Its key.</returns>
    internal static string Add(GraphDraft draft, FactKey fact, string arn)
    {
        bool session = IsSession(arn);
        string account = AwsKeys.AccountOf(arn);
        IdentityType type = session ? IdentityType.Session : arn.Contains(":role/", StringComparison.Ordinal) ? IdentityType.CloudRole : IdentityType.CloudUser;
        draft.Node(fact, AwsKeys.OfArn(arn), NodeKinds.Identity, NameOf(arn), 0,
            (PropertyNames.IdentityType, type.Text()), (PropertyNames.Vendor, VendorAccounts.Of(account)), (PropertyNames.Scope, AwsKeys.Account(account)), (PropertyNames.Known, session ? null : "false"));
        return AwsKeys.OfArn(arn);
    }

    /// <summary>Whoever takes the role there may choose the session's name; which of its sessions this is cannot be told.</summary>
    internal static void SessionOf(GraphDraft draft, string session, JoinTerms.Caller role, Support support)
    {
        draft.Node(support.Fact!.Value, role.Node, NodeKinds.Identity, role.Name, 0);
        draft.Edge(new(EdgeKind.SessionOf, AwsKeys.OfArn(session), role.Node, Certainty.Proved), support);
        draft.Edge(new(EdgeKind.CanAssume, role.Node, AwsKeys.OfArn(session), Certainty.Conditional) { Conditions = [IsNamed(session)] }, support);
    }

    internal static bool IsSession(string arn) => arn.Contains(":sts:", StringComparison.Ordinal);

    internal static Condition IsNamed(string session) => ConditionSets.Make("sts:RoleSessionName", "StringEquals", [NameOf(session)], $"the session is named {NameOf(session)}");

    private static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
