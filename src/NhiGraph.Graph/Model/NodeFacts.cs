namespace NhiGraph.Graph.Model;

/// <summary>What is asked of every node at once when accountability is judged, in four bytes. <c>default</c> states nothing.</summary>
/// <param name="Bits">As snapshots keep them; a field that does not fit the node's kinds is zero.</param>
public readonly record struct NodeFacts(uint Bits)
{
    private const int IdentityAt = 0;
    private const int CredentialAt = 5;
    private const int ConsumerAt = 10;
    private const int PostureAt = 15;
    private const int StatusAt = 18;
    private const int NatureAt = 20;
    private const int EnabledAt = 22;
    private const int PotentialAt = 24;
    private const int UnlistedAt = 25;
    private const int ProviderOwnedAt = 26;
    private const int PurposeAt = 27;
    private const int OwnerNamedAt = 28;

    public IdentityType IdentityType
    {
        get => (IdentityType)Field(IdentityAt, 5);
        init => Bits = With(IdentityAt, 5, (uint)value);
    }

    public CredentialType CredentialType
    {
        get => (CredentialType)Field(CredentialAt, 5);
        init => Bits = With(CredentialAt, 5, (uint)value);
    }

    public ConsumerType ConsumerType
    {
        get => (ConsumerType)Field(ConsumerAt, 5);
        init => Bits = With(ConsumerAt, 5, (uint)value);
    }

    public Posture Posture
    {
        get => (Posture)Field(PostureAt, 3);
        init => Bits = With(PostureAt, 3, (uint)value);
    }

    /// <summary>Of a person.</summary>
    public HumanStatus HumanStatus
    {
        get => (HumanStatus)Field(StatusAt, 2);
        init => Bits = With(StatusAt, 2, (uint)value);
    }

    /// <summary>Of an application, in the place of a person's.</summary>
    public ApplicationStatus ApplicationStatus
    {
        get => (ApplicationStatus)Field(StatusAt, 2);
        init => Bits = With(StatusAt, 2, (uint)value);
    }

    public IdentityNature Nature
    {
        get => (IdentityNature)Field(NatureAt, 2);
        init => Bits = With(NatureAt, 2, (uint)value);
    }

    /// <summary>Null where no source says.</summary>
    public bool? Enabled
    {
        get => Field(EnabledAt, 2) switch { 1 => false, 2 => true, _ => null };
        init => Bits = With(EnabledAt, 2, value switch { false => 1u, true => 2u, null => 0u });
    }

    /// <summary>A trust admits it; no workload was seen behind it.</summary>
    public bool Potential
    {
        get => Field(PotentialAt, 1) != 0;
        init => Bits = With(PotentialAt, 1, value ? 1u : 0u);
    }

    /// <summary>Something names it and no source lists it.</summary>
    public bool Unlisted
    {
        get => Field(UnlistedAt, 1) != 0;
        init => Bits = With(UnlistedAt, 1, value ? 1u : 0u);
    }

    /// <summary>The provider keeps it for itself: nobody here answers for it.</summary>
    public bool ProviderOwned
    {
        get => Field(ProviderOwnedAt, 1) != 0;
        init => Bits = With(ProviderOwnedAt, 1, value ? 1u : 0u);
    }

    /// <summary>A purpose is stated.</summary>
    public bool HasPurpose
    {
        get => Field(PurposeAt, 1) != 0;
        init => Bits = With(PurposeAt, 1, value ? 1u : 0u);
    }

    /// <summary>A tag names an owner or team, whether or not it leads to one.</summary>
    public bool NamesOwner
    {
        get => Field(OwnerNamedAt, 1) != 0;
        init => Bits = With(OwnerNamedAt, 1, value ? 1u : 0u);
    }

    private uint Field(int at, int width) => Bits >> at & ((1u << width) - 1);

    private uint With(int at, int width, uint value)
    {
        uint mask = (1u << width) - 1;
        return value <= mask ? Bits & ~(mask << at) | value << at : throw new ArgumentOutOfRangeException(nameof(value), value, "The value does not fit its field.");
    }
}
