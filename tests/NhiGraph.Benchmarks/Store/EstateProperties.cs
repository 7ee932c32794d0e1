using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Benchmarks.Store;

/// <summary>What an estate with people states of its nodes, as the properties of a store.</summary>
internal static class EstateProperties
{
    internal static IEnumerable<(string Name, string? Value)> Of(NodeColumns columns)
    {
        NodeFacts facts = columns.Facts;
        NodeDates dates = columns.Dates;
        bool human = (columns.Kinds & NodeKinds.Human) != 0;
        yield return (PropertyNames.Status, human ? facts.HumanStatus.Text() : (columns.Kinds & NodeKinds.Application) != 0 ? facts.ApplicationStatus.Text() : null);
        yield return (PropertyNames.Nature, facts.Nature == IdentityNature.Unknown ? null : facts.Nature.Text());
        yield return (PropertyNames.CredentialType, facts.CredentialType == CredentialType.Unknown ? null : facts.CredentialType.Text());
        yield return (PropertyNames.ConsumerType, facts.ConsumerType == ConsumerType.Unknown ? null : facts.ConsumerType.Text());
        yield return (PropertyNames.Posture, facts.Posture == Posture.Unknown ? null : facts.Posture.Text());
        yield return (PropertyNames.Enabled, facts.Enabled switch { true => "true", false => "false", null => null });
        yield return (PropertyNames.Potential, facts.Potential ? "true" : null);
        yield return (PropertyNames.ProviderOwned, facts.ProviderOwned ? "true" : null);
        yield return (PropertyNames.Purpose, facts.HasPurpose ? "what it is for" : null);
        yield return (PropertyNames.CreatedAt, Day(dates.Created));
        yield return (PropertyNames.LastRotatedAt, Day(dates.Rotated));
        yield return (PropertyNames.ExpiresAt, Day(dates.Expires));
        yield return (PropertyNames.LastUsedAt, Day(dates.Used));
        yield return (human ? PropertyNames.DepartedAt : PropertyNames.RetiredAt, Day(dates.Ended));
    }

    private static string? Day(long? at) => at is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture) : null;
}
