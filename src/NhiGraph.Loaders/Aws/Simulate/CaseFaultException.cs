namespace NhiGraph.Loaders.Aws.Simulate;

/// <summary>A case that cannot be decided as it was given.</summary>
/// <param name="code">Stable; see <see cref="CaseFaults"/>.</param>
/// <param name="pointer">Where in the case, as a JSON pointer.</param>
internal sealed class CaseFaultException(string code, string pointer, string message) : Exception(message)
{
    internal string Code { get; } = code;

    internal string Pointer { get; } = pointer;
}
