using NhiGraph.Analysis.Administrators;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paths;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Api.Administrators;

/// <summary>An administrator in the request's snapshot.</summary>
internal sealed record AdministratorView(AskedGraph Asked, AdministratorsAnswer Answer, Administrator Administrator)
{
    internal EntityNode Identity => new(Asked, Answer.Graph, Administrator.Node);

    internal EntityNode Account => new(Asked, Answer.Graph, Administrator.Account);

    internal PathView Path =>
        PathView.Of(Asked, Answer.Graph, new PathSearch(Answer.Graph, Answer.Options).ToResource([Administrator.Node], Administrator.Account, Capability.Administer, PathOrder.Strongest), Answer.Graph.KeyOf(Administrator.Account));
}
