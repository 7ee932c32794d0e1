using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Listing;

/// <summary>The listings of the two versions asked for last: the current one and one to compare it with.</summary>
internal sealed class Catalogs
{
    private const int VersionsKept = 2;
    private readonly Lock _lock = new();
    private readonly List<VersionListing> _listings = [];

    internal NodePage Page(StoreConnection connection, RunId version, NodeQuery query, CancellationToken cancellation) => Of(version).Page(connection, query, cancellation);

    private VersionListing Of(RunId version)
    {
        lock (_lock)
        {
            int known = _listings.FindIndex(listing => listing.Version == version);
            VersionListing found = known >= 0 ? _listings[known] : new VersionListing(version);
            if (known >= 0 || _listings.Count == VersionsKept)
            {
                _listings.RemoveAt(Math.Max(known, 0));
            }

            _listings.Add(found);
            return found;
        }
    }
}
