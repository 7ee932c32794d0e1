using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Read.Inventory;
using NhiGraph.Loaders.Aws.Trail;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Reads files that the AWS CLI printed into facts, and decides nothing.</summary>
public static class AwsExport
{
    /// <summary>
    /// All facts of all accounts in the files, by dataset (<see cref="AwsDatasets"/>), sorted; every account has every dataset, SKIPPED where no file had it. Time and memory are linear in the size of the files.
    /// </summary>
    /// <returns>Problems of items that were left out or unreadable are in the reading; their datasets are PARTIAL.</returns>
    /// <exception cref="RefusedInputException">A file is missing, is not whole JSON or CSV, or is not what its command prints; or no record names an account. Nothing may be stored.</exception>
    public static async Task<SourceReading> ReadAsync(AwsExportFiles files, CancellationToken cancellation)
    {
        var ledger = new ReadingLedger(AwsDatasets.Source, AwsDatasets.Source, AwsDatasets.ScopeOf, AwsDatasets.Read, AwsProblems.Input);
        var iam = new IamReading(ledger);
        foreach (ExportFile file in files.AuthorizationDetails)
        {
            foreach (ExportDocument document in await DocumentsAsync(file, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                iam.Read(document);
            }
        }

        iam.Close();
        var users = new AccountUsers();
        AddUsers(ledger, users);
        var reports = new CredentialReportReading(ledger, users);
        foreach (ExportFile file in files.CredentialReports)
        {
            foreach ((string place, ReadOnlyMemory<byte> csv) in CredentialReportText.Of(file.Name, await ExportText.ReadAsync(file, AwsProblems.Input, cancellation)))
            {
                reports.Read(place, csv);
            }
        }

        TellFiltered(ledger, iam, users);
        await ReadAccessKeysAsync(files.AccessKeys, new AccessKeyReading(ledger, users), cancellation);
        await ReadCredentialsAsync(files.Credentials, new UserCredentialReading(ledger, users), cancellation);
        var resources = new TaggedResourceReading(ledger);
        foreach (ExportFile file in files.Resources)
        {
            resources.Read(await DocumentsAsync(file, cancellation));
        }

        resources.Close();
        var policies = new ResourcePolicyReading(ledger);
        foreach (ExportFile file in files.ResourcePolicies)
        {
            foreach (ExportDocument document in await DocumentsAsync(file, cancellation))
            {
                policies.Read(document);
            }
        }

        var trail = new TrailReading(ledger);
        foreach (ExportFile file in files.CloudTrail)
        {
            trail.Read(file.Name, (await ExportText.ReadAsync(file, TrailRecords.Told, cancellation)).Span);
        }

        trail.Close();
        var organization = new OrganizationReading(ledger);
        foreach (ExportFile file in files.Organization)
        {
            foreach (ExportDocument document in await DocumentsAsync(file, cancellation))
            {
                organization.Read(document);
            }
        }

        organization.Close();
        var inventory = new InventoryReading(ledger);
        foreach (ExportFile file in files.Inventory)
        {
            foreach (ExportDocument document in await DocumentsAsync(file, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                inventory.Read(document);
            }
        }

        inventory.Close();
        policies.Close();
        return ledger.Accounts.Count > 0 ? ledger.Close() : throw new RefusedInputException([AwsProblems.NoAccount(files.AuthorizationDetails.Concat(files.CloudTrail).Concat(files.Inventory).FirstOrDefault()?.Name)]);
    }

    private static async Task<List<ExportDocument>> DocumentsAsync(ExportFile file, CancellationToken cancellation) =>
        JsonDocuments.Of(file.Name, (await ExportText.ReadAsync(file, AwsProblems.Input, cancellation)).Span, AwsProblems.Input);

    private static async Task ReadAccessKeysAsync(ImmutableArray<ExportFile> files, AccessKeyReading keys, CancellationToken cancellation)
    {
        foreach (ExportFile file in files)
        {
            foreach (ExportDocument document in await DocumentsAsync(file, cancellation))
            {
                keys.Read(document);
            }
        }

        if (files.Length > 0)
        {
            keys.Close();
        }
    }

    private static async Task ReadCredentialsAsync(ImmutableArray<ExportFile> files, UserCredentialReading credentials, CancellationToken cancellation)
    {
        foreach (ExportFile file in files)
        {
            foreach (ExportDocument document in await DocumentsAsync(file, cancellation))
            {
                credentials.Read(document);
            }
        }

        credentials.Close();
    }

    private static void AddUsers(ReadingLedger ledger, AccountUsers users)
    {
        foreach (string account in ledger.Accounts)
        {
            foreach (string arn in ledger.KeysOf(account, AwsDatasets.Users))
            {
                users.Add(account, arn[(arn.LastIndexOf('/') + 1)..], arn);
            }
        }
    }

    /// <summary>A list of users that a filter left empty must not close the users of earlier runs.</summary>
    private static void TellFiltered(ReadingLedger ledger, IamReading iam, AccountUsers users)
    {
        foreach (string account in ledger.Accounts)
        {
            if (ledger.IsWhole(account, AwsDatasets.Users) && users.Reported(account).Any() && !ledger.KeysOf(account, AwsDatasets.Users).Any())
            {
                ledger.Report(AwsProblems.UsersLookFiltered(iam.UsersOf(account), account));
                ledger.Partial(account, AwsDatasets.Users);
            }
        }
    }
}
