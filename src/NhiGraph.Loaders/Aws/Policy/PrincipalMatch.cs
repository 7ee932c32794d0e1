namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>How a statement of a resource's policy names the caller: what it can grant by itself depends on it.</summary>
/// <param name="Direct">The user, the session, the service or everybody: grants by itself.</param>
/// <param name="ByRole">The role of the session: grants within boundary and session policy.</param>
/// <param name="ByAccount">The account: the account's own policies must grant too.</param>
internal readonly record struct PrincipalMatch(Formula Direct, Formula ByRole, Formula ByAccount)
{
    private static readonly PrincipalMatch None = new(Formula.No, Formula.No, Formula.No);

    internal static PrincipalMatch Everybody { get; } = None with { Direct = Formula.Yes };

    internal Formula Any => Direct.Or(ByRole).Or(ByAccount);

    /// <summary>A statement without principals is about whoever it is attached to.</summary>
    internal static PrincipalMatch Of(PolicyStatement statement, RequestPrincipal caller, RequestContext context)
    {
        if (statement.Principals.IsEmpty)
        {
            return Everybody;
        }

        PrincipalMatch named = None;
        foreach (PolicyPrincipal principal in statement.Principals)
        {
            PrincipalMatch one = Of(principal, caller, context);
            named = new(named.Direct.Or(one.Direct), named.ByRole.Or(one.ByRole), named.ByAccount.Or(one.ByAccount));
        }

        return statement.IsNotPrincipal ? None with { Direct = Exempt(named, statement, caller).Negated() } : named;
    }

    /// <summary>NotPrincipal leaves a caller out only where each of its names is listed: itself, for a session its role too, and its account.</summary>
    private static Formula Exempt(PrincipalMatch named, PolicyStatement statement, RequestPrincipal caller) =>
        statement.Principals.Any(IsEverybody) ? Formula.Yes : caller.Kind switch
        {
            RequestPrincipalKind.Role => named.Direct.And(named.ByRole).And(named.ByAccount),
            RequestPrincipalKind.User or RequestPrincipalKind.FederatedUser => named.Direct.And(named.ByAccount),
            _ => named.Direct,
        };

    private static bool IsEverybody(PolicyPrincipal principal) => principal is { Kind: "AWS", Value: "*" };

    private static PrincipalMatch Of(PolicyPrincipal principal, RequestPrincipal caller, RequestContext context)
    {
        if (IsEverybody(principal))
        {
            return Everybody;
        }

        bool direct = principal.Kind switch
        {
            "Service" => caller.Kind == RequestPrincipalKind.Service && caller.Name == principal.Value,
            "Federated" => caller.Kind == RequestPrincipalKind.Federated && caller.Name == principal.Value,
            _ => false,
        };
        return direct ? Everybody : principal.Kind == "AWS" && caller.HasAccount ? OfAws(principal.Value, caller, context) : None;
    }

    private static PrincipalMatch OfAws(string named, RequestPrincipal caller, RequestContext context)
    {
        if (named == caller.Account || named == $"arn:{caller.Partition}:iam::{caller.Account}:root")
        {
            return caller.Kind == RequestPrincipalKind.Root ? Everybody : None with { ByAccount = Formula.Yes };
        }

        if (RequestPrincipal.Parse(named) is not { } other || other.Account != caller.Account || other.Kind != caller.Kind)
        {
            return None;
        }

        if (caller.Kind != RequestPrincipalKind.Role)
        {
            return named == caller.Arn ? Everybody : None;
        }

        // A session's ARN leaves the path of its role out, so a session is compared by the role's name.
        bool sameRole = caller.Arn.Contains(":role/", StringComparison.Ordinal) && other.Session is null ? named == caller.Arn : other.Name == caller.Name;
        return !sameRole ? None : other.Session is null ? None with { ByRole = Formula.Yes } : None with { Direct = IsSession(other.Session, caller, context) };
    }

    /// <summary>Where the request tells only the role, its session's name is the second part of <c>aws:userid</c>.</summary>
    private static Formula IsSession(string name, RequestPrincipal caller, RequestContext context)
    {
        if (caller.Session is not null)
        {
            return Formula.Of(caller.Session == name);
        }

        bool Ends(ContextValue user) => !user.IsAbsent && user.Values[0].EndsWith(":" + name, StringComparison.Ordinal);
        ContextValue given = context["aws:userid"];
        return given.IsUnknown ? Formula.Of(new UnmetCondition("StringLike", "aws:userid", ["*:" + name], Ends)) : Formula.Of(Ends(given));
    }
}
