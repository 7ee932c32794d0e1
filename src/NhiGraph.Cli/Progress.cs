using Spectre.Console;

namespace NhiGraph.Cli;

/// <summary>Shows that a long step goes on: a spinner for a person, one line for a log.</summary>
internal static class Progress
{
    internal static async Task<T> ShowAsync<T>(Surroundings surroundings, string step, Func<Task<T>> work)
    {
        if (surroundings.Interactive)
        {
            return await surroundings.Screen().Status().StartAsync(Markup.Escape(step), _ => work()).ConfigureAwait(false);
        }

        surroundings.Error.WriteLine(step);
        return await work().ConfigureAwait(false);
    }
}
