using NhiGraph.Analysis.Departure;
using NhiGraph.Api.Entities;

namespace NhiGraph.Api.Departure;

/// <summary>One thing that a leaver is tied to.</summary>
internal sealed record DepartureItemView(DepartureView Departure, DepartureItem Item)
{
    internal EntityNode Entity => Departure.Entity(Item.Node);

    internal IEnumerable<DepartureRelation> Relations =>
        Enum.GetValues<DepartureRelation>().Where(relation => relation != DepartureRelation.None && (Item.Relations & relation) != 0);

    internal string Why => Item.Reason switch
    {
        DepartureReason.OwnAccount => "It is the person's own account.",
        DepartureReason.KnowsSecret => "The person made it or could read it, and the secret was not changed since.",
        DepartureReason.NobodyElse when (Item.Relations & DepartureRelation.Owns) != 0 => "Nobody else who is here owns it.",
        DepartureReason.NobodyElse => "The person made it, and nobody who is here is on record as its owner.",
        DepartureReason.NobodyToTurnTo => "The person is whom to turn to, and nobody else is.",
        DepartureReason.ApplicationRetired => $"Nobody else answers for it, and its application was retired{On}.",
        DepartureReason.NotUsed => $"Nobody else answers for it, and it was used last{On}.",
        DepartureReason.OthersAnswer => $"{Departure.Name(Item.Other)} answers for it.",
        DepartureReason.HeldByOthers => "The person gave it to somebody: it stays with whoever holds it, and is reviewed with them.",
        DepartureReason.AlreadyDisabled => "It is disabled already.",
        _ => "It does not work any more.",
    };

    private string On => Item.At is { } at ? $" on {DepartureView.UtcDay(at)}" : "";
}
