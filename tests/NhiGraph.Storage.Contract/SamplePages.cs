using Xunit;

namespace NhiGraph.Storage.Contract;

/// <summary>Listings to be paged: page size, property to order by, descending, text.</summary>
public static class SamplePages
{
    public static TheoryData<int, string?, bool, string?> All { get; } = new()
    {
        { 1, null, false, null }, { 10, null, true, null }, { 10, "p", false, null }, { 7, "p", true, null }, { 47, null, false, null }, { 10, null, false, "name" }, { 3, null, false, "k1" },
    };
}
