namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>How a call is asked.</summary>
internal enum FetchWay
{
    /// <summary>To find out as whom, and as whom else.</summary>
    Session,

    /// <summary>Page by page, once an account or once a region.</summary>
    Listing,

    /// <summary>Made first, then fetched.</summary>
    Report,

    /// <summary>Of each user.</summary>
    EachUser,

    /// <summary>Down the tree of an organisation.</summary>
    Organization,

    /// <summary>Region by region, or once an account, and then of each thing listed.</summary>
    Inventory,

    /// <summary>Of each resource that the inventory lists.</summary>
    EachResource,

    /// <summary>Of each boundary that no list has.</summary>
    Boundary,
}
