using Spectre.Console;

namespace NhiGraph.Cli;

/// <summary>Shows that a long step goes on: a spinner for a person, a line now and then for a log.</summary>
internal static class Progress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    internal static Task<T> ShowAsync<T>(Surroundings surroundings, string step, Func<Task<T>> work) => ShowAsync(surroundings, step, _ => work());

    /// <param name="surroundings">Where it is shown.</param>
    /// <param name="step">What is being done.</param>
    /// <param name="work">Does it, and tells how far it is as often as it likes.</param>
    internal static async Task<T> ShowAsync<T>(Surroundings surroundings, string step, Func<Action<string>, Task<T>> work)
    {
        if (surroundings.Interactive)
        {
            return await surroundings.Screen().Status().StartAsync(Markup.Escape(step), status => work(far => status.Status(Markup.Escape($"{step}: {far}")))).ConfigureAwait(false);
        }

        surroundings.Error.WriteLine(step);
        long last = surroundings.Time.GetTimestamp();
        return await work(far =>
        {
            if (surroundings.Time.GetElapsedTime(last) >= BetweenLines)
            {
                last = surroundings.Time.GetTimestamp();
                surroundings.Error.WriteLine($"{step}: {far}");
            }
        }).ConfigureAwait(false);
    }
}
