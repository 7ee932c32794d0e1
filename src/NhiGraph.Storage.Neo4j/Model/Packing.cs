using System.Buffers;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>
/// Many texts in one, for a statement to take apart by <c>split</c>: each value of a parameter costs the server some microseconds, which is most of what a plain list of maps costs.
/// </summary>
internal static class Packing
{
    /// <summary>What is cheap as JSON and seldom stands in a text comes first.</summary>
    private static readonly char[] Candidates = [.. "\t\n\r\b\f\u001f\u001e\u001d\u001c", .. Enumerable.Range(0xE000, 0x1900).Select(code => (char)code)];

    /// <summary>A character that stands in none of the texts.</summary>
    /// <exception cref="ArgumentException">There is none: the texts have control characters and all characters of private use.</exception>
    internal static char Separator(IReadOnlyCollection<string> cells)
    {
        foreach (char candidate in Candidates)
        {
            if (!cells.Any(cell => cell.Contains(candidate)))
            {
                return candidate;
            }
        }

        throw new ArgumentException("The texts of a batch have every character that could stand between them.", nameof(cells));
    }
}
