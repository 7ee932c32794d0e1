using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.People.Read;
using NhiGraph.Loaders.Rules;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Sample;

/// <summary>An invented company's two AWS accounts with its people, as files in the form that their sources write, for the real loaders (README.md tells its story).</summary>
public static class SampleEstate
{
    private const string Prefix = "sample/";

    private static readonly string[] Accounts = ["111122223333", "444455556666"];

    /// <summary>The files of both accounts, for <see cref="AwsExport.ReadAsync"/>; they come with the program.</summary>
    public static AwsExportFiles Files { get; } = new(Of("authorization-details.json"), Of("credential-report.csv"), Of("access-keys.json"), Of("resources.json"))
    {
        CloudTrail = Of("cloudtrail.json"),
        Credentials = Of("credentials.json"),
        Inventory = Of("inventory.json"),
        ResourcePolicies = Of("resource-policies.json"),
        Organization = [Of("organization", "organization.json")],
    };

    /// <summary>The people, for <see cref="PeopleExport.ReadAsync"/>.</summary>
    public static PeopleFiles People { get; } = new([Of("people", "employees.csv")], null, [Of("people", "directory-users.json")], [Of("people", "directory-groups.json")]);

    /// <summary>For <see cref="ApplicationsExport.ReadAsync"/>.</summary>
    public static ImmutableArray<ExportFile> Applications { get; } = [Of("people", "applications.csv")];

    /// <summary>For <see cref="OwnersExport.ReadAsync"/>.</summary>
    public static ImmutableArray<ExportFile> Owners { get; } = [Of("people", "owners.csv")];

    /// <summary>Combinations that the company accepted for a time, for <see cref="RuleBook.Read"/>.</summary>
    public static ExportFile Exceptions { get; } = Of("people", "exceptions.yaml");

    /// <summary>The rules that are shipped, with the company's exceptions.</summary>
    public static RuleBook Rules { get; } = RuleBook.Read([], [(Exceptions.Name, ContentOf(Exceptions))]);

    /// <summary>What the real loaders read of all of it, one reading a source.</summary>
    /// <exception cref="RefusedInputException">The program was built with broken files.</exception>
    public static async Task<ImmutableArray<SourceReading>> ReadAsync(CancellationToken cancellation) =>
    [
        .. await PeopleExport.ReadAsync(People, cancellation),
        await ApplicationsExport.ReadAsync(Applications, null, cancellation),
        await OwnersExport.ReadAsync(Owners, null, cancellation),
        await AwsExport.ReadAsync(Files, cancellation),
    ];

    /// <summary>Writes every file to <c>{directory}/{account, organization or people}/{name}</c>, over what stands there, so that one can look at them and load them as one's own.</summary>
    /// <returns>The paths written.</returns>
    public static async Task<ImmutableArray<string>> WriteAsync(string directory, CancellationToken cancellation)
    {
        ImmutableArray<string>.Builder written = ImmutableArray.CreateBuilder<string>();
        foreach (ExportFile file in (IEnumerable<ExportFile>)
            [.. Files.AuthorizationDetails, .. Files.CredentialReports, .. Files.AccessKeys, .. Files.Resources, .. Files.CloudTrail, .. Files.Credentials, .. Files.Inventory, .. Files.ResourcePolicies, .. Files.Organization, .. People.Hr, .. People.ScimUsers, .. People.ScimGroups, .. Applications, .. Owners, Exceptions])
        {
            string path = Path.Combine(directory, file.Name[Prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using Stream from = file.Open();
            await using FileStream to = File.Create(path);
            await from.CopyToAsync(to, cancellation);
            written.Add(path);
        }

        return written.DrainToImmutable();
    }

    private static byte[] ContentOf(ExportFile file)
    {
        using Stream from = file.Open();
        using var content = new MemoryStream();
        from.CopyTo(content);
        return content.ToArray();
    }

    private static ImmutableArray<ExportFile> Of(string file) => [.. Accounts.Select(account => Of(account, file))];

    private static ExportFile Of(string folder, string file)
    {
        string name = $"{Prefix}{folder}/{file}";
        return new(name, () => typeof(SampleEstate).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The program was built without {name}."));
    }
}
