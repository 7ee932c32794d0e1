namespace NhiGraph.Storage.Reading;

/// <summary>How well a node matches what a person typed; less is better. Equal ranks are ordered by folded name, then key.</summary>
public enum SearchRank : byte
{
    /// <summary>Name, key, e-mail or fingerprint is equal to it.</summary>
    Equal,
    /// <summary>A part of the key between <c>:</c> and <c>/</c> is equal to it.</summary>
    KeyPart,
    /// <summary>The name begins with it.</summary>
    NameBegins,
    /// <summary>The name contains it.</summary>
    NameContains,
    /// <summary>Key, e-mail or fingerprint contains it.</summary>
    Contains,
    /// <summary>No match.</summary>
    None,
}
