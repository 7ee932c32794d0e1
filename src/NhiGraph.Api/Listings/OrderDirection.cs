namespace NhiGraph.Api.Listings;

/// <summary>Which end of an order comes first.</summary>
internal enum OrderDirection
{
    Asc,
    Desc,
}
