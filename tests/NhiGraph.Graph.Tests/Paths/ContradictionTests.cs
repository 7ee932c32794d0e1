using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Tests.Paths;

public sealed class ContradictionTests
{
    [Theory]
    [InlineData("aws:SourceVpc", "StringEquals", "vpc-1", "StringEquals", "vpc-2", true)]
    [InlineData("aws:SourceVpc", "StringEquals", "vpc-1", "StringLike", "vpc-2", true)]
    [InlineData("aws:SourceVpc", "StringEquals", "vpc-1,vpc-2", "StringEquals", "vpc-2,vpc-3", false)]
    [InlineData("aws:SourceVpc", "StringEquals", "vpc-1", "StringLike", "vpc-*", false)]
    [InlineData("aws:SourceVpc", "StringEquals", "vpc-1", "StringNotEquals", "vpc-2", false)]
    [InlineData("aws:SourceVpc", "StringEqualsIgnoreCase", "VPC-1", "StringEquals", "vpc-1", false)]
    [InlineData("aws:SourceVpc", "StringEqualsIfExists", "vpc-1", "StringEquals", "vpc-2", false)]
    [InlineData("aws:SourceVpc", "StringEquals", "${aws:PrincipalTag/vpc}", "StringEquals", "vpc-2", false)]
    [InlineData("aws:SecureTransport", "Bool", "true", "Bool", "false", true)]
    [InlineData("aws:SecureTransport", "Bool", "True", "Bool", "true", false)]
    [InlineData("sts:ExternalId", "StringEquals", "one", "StringEquals", "two", false)]
    [InlineData("aws:PrincipalTag/team", "StringEquals", "one", "StringEquals", "two", false)]
    public void Steps_of_two_callers_contradict_only_where_both_must_meet_the_same_surroundings(string key, string firstOperator, string firstValues, string secondOperator, string secondValues, bool contradicts)
    {
        AccessPath path = Path(new(key, firstOperator, [.. firstValues.Split(',')], ""), EdgeKind.CanAssume, new(key.ToUpperInvariant(), secondOperator, [.. secondValues.Split(',')], ""));
        Assert.Equal(contradicts, path.Contradiction is not null);
    }

    [Fact]
    public void Steps_of_one_call_contradict_in_any_key()
    {
        Condition one = new("aws:PrincipalTag/team", "StringEquals", ["one"], "");
        AccessPath path = Path(one, EdgeKind.Holds, one with { Values = ["two"] });
        Assert.Equal("Step 1 needs aws:PrincipalTag/team to be one and step 2 needs aws:PrincipalTag/team to be two.", path.Contradiction);
    }

    /// <summary>A first edge under one condition, then HOLDS-and-ON or CAN_ASSUME under another.</summary>
    private static AccessPath Path(Condition first, EdgeKind kind, Condition second)
    {
        SmallGraph graph = new SmallGraph().Nodes(NodeKinds.Identity, "a", "c").Nodes(NodeKinds.Identity, "i").Nodes(NodeKinds.Entitlement, "e").Nodes(NodeKinds.Resource, "r");
        bool holds = kind == EdgeKind.Holds;
        graph.Edge("a", kind, holds ? "e" : "i", Certainty.Conditional, null, first);
        graph.Edge(holds ? "e" : "i", holds ? EdgeKind.On : kind, holds ? "r" : "c", Certainty.Conditional, holds ? OnTarget.AllowSelf : null, second);
        AccessGraph built = graph.Build();
        var search = new PathSearch(built, new TraversalOptions(0));
        built.TryFind("a", out int start);
        built.TryFind(holds ? "r" : "c", out int end);
        return (holds ? search.ToResource([start], end) : search.ToNode([start], end))!;
    }
}
