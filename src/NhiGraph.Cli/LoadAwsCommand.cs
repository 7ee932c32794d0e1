using System.CommandLine;
using NhiGraph.Loaders.Aws.Live;
using NhiGraph.Loaders.Aws.Read;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph load aws</c>: what AWS answers, or files that the AWS CLI printed, become the graph.</summary>
internal static class LoadAwsCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<string[]> details = FileOptions.Several("--authorization-details", "What `aws iam get-account-authorization-details` printed; pages and accounts in any order.");
        Option<string[]> reports = FileOptions.Several("--credential-report", "The credential report (CSV, or what `aws iam get-credential-report` printed).");
        Option<string[]> keys = FileOptions.Several("--access-keys", "What `aws iam list-access-keys` printed, one document a user.");
        Option<string[]> resources = FileOptions.Several("--resources", "What `aws resourcegroupstaggingapi get-resources` printed.");
        Option<string[]> trail = FileOptions.Several("--cloudtrail", "Log files of CloudTrail (.json or .json.gz), or what `aws cloudtrail lookup-events` printed.");
        Option<string[]> organization = FileOptions.Several("--organization", "What `aws organizations` printed of the organisation and its policies; any number of documents in a file.");
        Option<string[]> credentials = FileOptions.Several("--credentials", "What `aws iam list-ssh-public-keys`, `list-service-specific-credentials`, `list-signing-certificates` and `list-mfa-devices` printed, one document a user.");
        Option<string[]> inventory = FileOptions.Several("--inventory", "What lists functions, machines, tasks and other workloads, buckets, keys, queues and other resources printed (Aws/README.md has the commands); any number of documents in a file.");
        Option<string[]> policies = FileOptions.Several("--resource-policies", "What the AWS CLI printed of the policies of buckets, keys, queues and other resources, each with its ResourceArn; any number of documents in a file.");
        Option<string?> store = StoreOption.Create();
        var command = new Command("aws", "Load an AWS account: live, or from files.") { details, reports, keys, resources, trail, organization, credentials, inventory, policies, store };
        var live = new LiveArguments();
        live.AddTo(command);
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            if (live.Policy(arguments) is { } policy)
            {
                await surroundings.Out.WriteLineAsync(policy).ConfigureAwait(false);
                return ExitCode.Done;
            }

            StoreAddress address = StoreAddress.Of(arguments.GetValue(store), surroundings);
            var files = new AwsExportFiles([.. arguments.Named(details)], [.. arguments.Named(reports)], [.. arguments.Named(keys)], [.. arguments.Named(resources)])
            {
                CloudTrail = [.. arguments.Named(trail)],
                Organization = [.. arguments.Named(organization)],
                Credentials = [.. arguments.Named(credentials)],
                Inventory = [.. arguments.Named(inventory)],
                ResourcePolicies = [.. arguments.Named(policies)],
            };
            bool anyFile = command.Options.Any(option => option.HelpName == FileOptions.HelpName && arguments.GetResult(option) is not null);
            AwsLiveExport? export = await live.ReadAsync(arguments, anyFile, surroundings, cancellation).ConfigureAwait(false);
            if (export is null && files.AuthorizationDetails.IsEmpty && files.CloudTrail.IsEmpty && files.Inventory.IsEmpty)
            {
                throw new BadUseException("Give the account (--authorization-details), its log (--cloudtrail) or what runs in it (--inventory), or ask AWS (--live).");
            }

            return await SourceLoad.RunAsync(
                surroundings, address, TagOption.Read(arguments, surroundings), async () => [await (export?.ReadAsync(cancellation) ?? AwsExport.ReadAsync(files, cancellation)).ConfigureAwait(false)], cancellation).ConfigureAwait(false);
        }));
        return command;
    }
}
