namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>How many a trust in subjects of an issuer lets in.</summary>
internal enum AdmissionBreadth
{
    /// <summary>One subject.</summary>
    One,
    /// <summary>Several of one account of the platform, or of a platform that only some have accounts on.</summary>
    Several,
    /// <summary>Whoever makes an account with the platform.</summary>
    Anybody,
    /// <summary>The issuer's subjects are not known here.</summary>
    Unknown,
}
