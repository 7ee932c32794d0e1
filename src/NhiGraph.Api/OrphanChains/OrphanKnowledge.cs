using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Api.Completeness;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Api.OrphanChains;

/// <summary>Which answers of "none" the datasets that were read are good for.</summary>
internal static class OrphanKnowledge
{
    internal static Known Of(DatasetCoverage coverage, string? scope)
    {
        if (scope is null)
        {
            return Known.None;
        }

        bool people = AnyWhole(DatasetTells.People);
        return (people && Whole(DatasetTells.Owners) ? Known.Owners : Known.None)
            | (people && AnyWhole(DatasetTells.Teams) ? Known.Teams : Known.None)
            | (Whole(DatasetTells.Creators) ? Known.Creators : Known.None)
            | (Whole(DatasetTells.Consumers) ? Known.Consumers : Known.None)
            | (Whole(DatasetTells.Credentials) ? Known.Credentials : Known.None)
            | (Whole(DatasetTells.Grants) ? Known.Grants : Known.None)
            | (Whole(DatasetTells.Identities) ? Known.Identities : Known.None);

        bool Whole(DatasetTells tells) => coverage.Of(tells, [scope]).Complete;

        // Several systems can know the people; one of them is enough, if all that was read of any was read whole.
        bool AnyWhole(DatasetTells tells)
        {
            SourceState[] read = [.. coverage.Of(tells, [scope]).Sources.Where(state => state.State is not (DatasetState.Never or DatasetState.Skipped))];
            return read.Length > 0 && read.All(state => state.State == DatasetState.Complete);
        }
    }
}
