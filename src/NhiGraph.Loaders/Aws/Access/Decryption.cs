using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>Reading an object takes the right to decrypt with the key that its bucket encrypts with by default, unless the object was not encrypted with it.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"/>
internal static class Decryption
{
    /// <summary>Of the object as it is now; what a request says of it has another name.</summary>
    internal const string Key = "EncryptedWith";

    internal static AccessDecision With(AccessDecision reading, AccessDecision decrypting, string key)
    {
        if (decrypting.Outcome == AccessOutcome.Allowed)
        {
            return reading with { DecidedBy = [.. reading.DecidedBy, .. decrypting.DecidedBy] };
        }

        var other = Formula.Of(new UnmetCondition("StringNotEquals", Key, [key], null));
        return new(AccessOutcome.Conditional, [.. reading.Outcome == AccessOutcome.Conditional ? reading.DecidedBy : [], .. decrypting.DecidedBy], reading.Remaining.And(decrypting.Remaining.Or(other)));
    }
}
