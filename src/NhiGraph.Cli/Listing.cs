using Spectre.Console;

namespace NhiGraph.Cli;

/// <summary>Rows under headings: a drawn table for a person, columns parted by tabs for a program.</summary>
internal static class Listing
{
    internal static void Write(Surroundings surroundings, string[] headings, IEnumerable<string[]> rows)
    {
        if (!surroundings.Interactive)
        {
            foreach (string[] row in rows)
            {
                surroundings.Out.WriteLine(string.Join('\t', row));
            }

            return;
        }

        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns([.. headings.Select(Markup.Escape)]);
        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Out) }).Write(table);
    }
}
