using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.Administrators;

/// <summary>An identity that reaches ADMINISTER on a whole account.</summary>
/// <param name="Node">The identity.</param>
/// <param name="Account">The account, or tenant, organisation or cluster.</param>
/// <param name="Direct">How certain it is without any technique: by rights, groups and assumed roles alone. Null where every way takes a technique.</param>
/// <param name="Certainty">How certain it is at all.</param>
public readonly record struct Administrator(int Node, int Account, Certainty? Direct, Certainty Certainty);
