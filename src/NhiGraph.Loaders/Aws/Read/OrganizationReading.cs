using System.Text.Json;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>
/// Reads what <c>aws organizations</c> prints, in any order: describe-organization, list-roots, list-accounts, list-policies, describe-policy, and list-children and list-targets-for-policy,
/// which do not print what they were asked for: that stands beside their list as <c>ParentId</c> and <c>PolicyId</c>.
/// </summary>
internal sealed class OrganizationReading(ReadingLedger ledger)
{
    private const string Expected = "an object with Organization, Roots, Accounts, Policies, Policy, Children with ParentId, or Targets with PolicyId";

    private readonly OrganizationTree tree = new();
    private string? place;

    /// <exception cref="RefusedInputException">The document is not what one of the commands prints.</exception>
    public void Read(ExportDocument document)
    {
        place ??= document.Place;
        var faults = new RecordFaults(AwsProblems.Input);
        RecordReader root = IamPage.Root(document);
        try
        {
            if (!Take(RecordReader.Of(document.Root, document.Place, faults), faults))
            {
                throw IamPage.WrongShape(document.Place, Expected);
            }
        }
        catch (UnreadableRecordException unreadable)
        {
            faults.Missing(unreadable.Problem);
        }

        tree.Partial |= faults.Partial;
        if (root.Element("NextToken") is not null)
        {
            tree.Partial = true;
        }

        foreach (Storage.Runs.Problem problem in faults.Problems)
        {
            ledger.Report(problem);
        }
    }

    /// <summary>One fact for each account of the load that the organisation has; complete where all that binds it was given.</summary>
    public void Close()
    {
        if (place is null)
        {
            return;
        }

        foreach (string account in ledger.Accounts.ToArray())
        {
            if (tree.Of(account, out string? missing) is { } content)
            {
                ledger.Add(account, AwsDatasets.Organization, account, content, place);
            }
            else
            {
                ledger.Given(account, AwsDatasets.Organization);
            }

            if (missing is not null)
            {
                ledger.Report(AwsProblems.OrganizationIncomplete(place, account, missing));
                ledger.Partial(account, AwsDatasets.Organization);
            }
        }
    }

    private bool Take(RecordReader root, RecordFaults faults)
    {
        if (root.Object("Organization") is { } organization)
        {
            tree.Organization(organization.Text("Id"), organization.OptionalText("MasterAccountId") ?? organization.OptionalText("ManagementAccountId"), organization.OptionalText("FeatureSet"));
        }
        else if (root.Element("Roots") is not null)
        {
            foreach (RecordReader item in root.Objects("Roots"))
            {
                tree.Root(item.Text("Id"), [.. item.Objects("PolicyTypes").Where(type => type.Text("Status") == "ENABLED").Select(type => type.Text("Type"))]);
            }
        }
        else if (root.Element("Children") is not null)
        {
            string parent = root.Text("ParentId");
            foreach (RecordReader child in root.Objects("Children"))
            {
                tree.Child(child.Text("Id"), parent);
            }
        }
        else if (root.Element("Targets") is not null)
        {
            tree.Targets(root.Text("PolicyId"), [.. root.Objects("Targets").Select(target => target.Text("TargetId"))]);
        }
        else if (root.Object("Policy") is { } policy)
        {
            RecordReader summary = policy.Object("PolicySummary") ?? throw new UnreadableRecordException(AwsProblems.Input.WrongMember(policy.At("PolicySummary"), "the summary of the policy"));
            string type = summary.Text("Type");
            PolicyKind kind = type == OrganizationTree.ResourceControl ? PolicyKind.ResourceControl : PolicyKind.Identity;
            string? document = OrganizationTree.Binds(type) ? PolicyText.Read(policy.Element("Content"), kind, policy.At("Content"), faults) : null;
            tree.Policy(summary.Text("Id"), summary.OptionalText("Name"), type, document);
        }
        else if (root.Element("Policies") is not null)
        {
            foreach (RecordReader summary in root.Objects("Policies"))
            {
                tree.Listed(summary.Text("Id"), summary.Text("Type"));
            }
        }
        else if (root.OptionalText("Account") is { } alone)
        {
            // {"Organization": null, "Account": "111122223333"}: what a live load keeps of an account in none.
            tree.InNone(alone);
        }
        else
        {
            // Names and states of accounts are of no use here; that they were given is no fault.
            return root.Element("Accounts") is not null || root.Element("OrganizationalUnits") is not null;
        }

        return true;
    }
}
