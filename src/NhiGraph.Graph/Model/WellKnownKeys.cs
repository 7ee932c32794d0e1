namespace NhiGraph.Graph.Model;

/// <summary>Principals that every provider shares.</summary>
public static class WellKnownKeys
{
    /// <summary>Whoever asks, signed in or not. What it reaches is in every exposure and shown apart in a blast radius.</summary>
    public const string Anyone = "nhi:anyone";

    /// <summary>Whoever has an account with the provider.</summary>
    public const string AnyAuthenticated = "nhi:any-authenticated";
}
