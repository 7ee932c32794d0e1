namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>What counts as too old, in days.</summary>
/// <param name="RotatedWithin">CIS AWS Foundations Benchmark: access keys are rotated every 90 days or less.</param>
/// <param name="UsedWithin">What was not used for longer is not known to be needed.</param>
public sealed record TrustTerms(int RotatedWithin = 90, int UsedWithin = 90)
{
    private const long Day = 86_400;

    /// <summary>A secret made before is too old, in Unix seconds.</summary>
    internal long OldestSecret(long at) => at - RotatedWithin * Day;

    internal long OldestUse(long at) => at - UsedWithin * Day;
}
