namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What a set of policies with one role says of a request: any Allow of them allows, any Deny denies.</summary>
internal sealed class PolicyVerdict
{
    private readonly List<StatementHit> allows = [];
    private readonly List<StatementHit> denies = [];

    internal Formula Deny { get; private set; } = Formula.No;

    /// <summary>What is allowed to the caller as such; all of it for policies without principals.</summary>
    internal Formula Direct { get; private set; } = Formula.No;

    /// <summary>What is allowed to the caller's role.</summary>
    internal Formula ByRole { get; private set; } = Formula.No;

    /// <summary>What is allowed to the caller's account.</summary>
    internal Formula ByAccount { get; private set; } = Formula.No;

    internal Formula Allow => Direct.Or(ByRole).Or(ByAccount);

    /// <summary>Statements that allow, or may.</summary>
    internal IReadOnlyList<StatementHit> Allows => allows;

    /// <summary>Statements that deny, or may.</summary>
    internal IReadOnlyList<StatementHit> Denies => denies;

    internal static PolicyVerdict Of(AwsPolicyKind role, IEnumerable<NamedPolicy> policies, AccessRequest request, RequestResource asked, RequestContext context)
    {
        var verdict = new PolicyVerdict();
        foreach (NamedPolicy policy in policies)
        {
            foreach (StatementRule rule in policy.Policy.Statements)
            {
                if (rule.IsAbout(request.LowerAction))
                {
                    verdict.Add(role, policy.Name, rule, request, asked, context);
                }
            }
        }

        return verdict;
    }

    private void Add(AwsPolicyKind role, string policy, StatementRule rule, AccessRequest request, RequestResource asked, RequestContext context)
    {
        PrincipalMatch who = PrincipalMatch.Of(rule.Source, request.Principal, context);
        Formula any = who.Any;
        Formula matches = any.IsNo ? any : rule.Of(asked, context);
        if (matches.IsNo)
        {
            return;
        }

        if (rule.IsAllow)
        {
            Direct = Direct.Or(matches.And(who.Direct));
            ByRole = ByRole.Or(matches.And(who.ByRole));
            ByAccount = ByAccount.Or(matches.And(who.ByAccount));
            allows.Add(new(role, policy, rule, matches.And(any)));
        }
        else
        {
            Deny = Deny.Or(matches.And(any));
            denies.Add(new(role, policy, rule, matches.And(any)));
        }
    }
}
