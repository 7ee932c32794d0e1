using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Reads the rows of a credential report: one fact a user, the root user too.</summary>
internal sealed class CredentialReportReading(ReadingLedger ledger, AccountUsers users)
{
    private static readonly string[] Flags = ["password_enabled", "mfa_active", "access_key_1_active", "access_key_2_active", "cert_1_active", "cert_2_active"];

    private static readonly string[] Dates =
    [
        "user_creation_time", "password_last_used", "password_last_changed", "password_next_rotation",
        "access_key_1_last_rotated", "access_key_1_last_used_date", "access_key_2_last_rotated", "access_key_2_last_used_date", "cert_1_last_rotated", "cert_2_last_rotated",
    ];

    private static readonly string[] Texts =
        ["access_key_1_last_used_region", "access_key_1_last_used_service", "access_key_2_last_used_region", "access_key_2_last_used_service"];

    /// <exception cref="RefusedInputException">The text has not the header of a credential report.</exception>
    public void Read(string place, ReadOnlyMemory<byte> csv)
    {
        using TextFieldParser parser = CredentialReportText.Rows(csv);
        Dictionary<string, int> columns = Header(parser, place);
        while (!parser.EndOfData)
        {
            string locator = LineOf(place, parser.LineNumber);
            var faults = new RecordFaults(AwsProblems.Input);
            string? account = null;
            try
            {
                account = Keep(new Row(Fields(parser, locator), columns, locator, faults));
            }
            catch (UnreadableRecordException unreadable)
            {
                faults.Missing(unreadable.Problem);
            }

            ledger.Report(faults, account, AwsDatasets.CredentialReport);
        }
    }

    private static Dictionary<string, int> Header(TextFieldParser parser, string place)
    {
        string[] names;
        try
        {
            names = Fields(parser, LineOf(place, 1));
        }
        catch (UnreadableRecordException unreadable)
        {
            throw NotReport(place, unreadable.Problem.Statement);
        }

        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            if (!columns.TryAdd(names[i], i))
            {
                throw NotReport(place, "a column stands twice.");
            }
        }

        string? missing = ((string[])["user", "arn", .. Flags, .. Dates, .. Texts]).FirstOrDefault(name => !columns.ContainsKey(name));
        return missing is null ? columns : throw NotReport(place, $"its header has no column {missing}.");
    }

    private static string[] Fields(TextFieldParser parser, string locator)
    {
        try
        {
            return parser.ReadFields() ?? throw new UnreadableRecordException(AwsProblems.Input.WrongRow(locator, "it is empty."));
        }
        catch (Exception failure) when (failure is MalformedLineException or InvalidOperationException)
        {
            throw new UnreadableRecordException(AwsProblems.Input.WrongRow(locator, "its quotes do not close, or it is longer than any report's."));
        }
    }

    private string Keep(Row row)
    {
        string arn = row.Text("arn") ?? "";
        if (IamArn.Of(arn) is not { Account: not IamArn.OfAws, Type: "user" or "root" } name || row.Text("user") is not { } user || SecretPattern.InText(user) is not null)
        {
            throw new UnreadableRecordException(AwsProblems.Input.WrongRow(row.Locator, "arn must be the ARN of a user or the root user, and user its name."));
        }

        ledger.AddAccount(name.Account);
        ledger.Given(name.Account, AwsDatasets.CredentialReport);
        FactContent fact = new FactContent().Text("arn", arn).Text("user", user);
        Array.ForEach(Flags, column => fact.Flag(column, row.Flag(column)));
        Array.ForEach(Dates, column => fact.Text(column, row.Date(column)));
        Array.ForEach(Texts, column => fact.Text(column, row.Name(column)));
        string content = fact.ToString();
        if (ledger.Find(name.Account, AwsDatasets.CredentialReport, arn) is { } first)
        {
            row.Faults.Missing(AwsProblems.Input.DuplicateRecord(row.Locator, arn, first.Locator));
            return name.Account;
        }

        ledger.Add(name.Account, AwsDatasets.CredentialReport, arn, content, row.Locator);
        if (name.Type == "user")
        {
            users.Add(name.Account, user, arn);
            users.Slots(name.Account, arn, SlotFilled(row, 1) + SlotFilled(row, 2));
        }

        return name.Account;
    }

    private static int SlotFilled(Row row, int slot) =>
        row.Text($"access_key_{slot}_last_rotated") is not null || string.Equals(row.Text($"access_key_{slot}_active"), "true", StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    /// <summary>RFC 5147.</summary>
    private static string LineOf(string place, long line) => string.Create(CultureInfo.InvariantCulture, $"{place}line={line}");

    private static RefusedInputException NotReport(string place, string why) => new([AwsProblems.NotReport(LineOf(place, 1), why)]);

    private sealed class Row
    {
        private readonly string[] fields;
        private readonly Dictionary<string, int> columns;

        public Row(string[] fields, Dictionary<string, int> columns, string locator, RecordFaults faults)
        {
            (this.fields, this.columns, Locator, Faults) = (fields, columns, locator, faults);
            if (fields.Length != columns.Count)
            {
                throw new UnreadableRecordException(AwsProblems.Input.WrongRow(locator, $"it has {fields.Length} fields where the header has {columns.Count}."));
            }
        }

        public string Locator { get; }

        public RecordFaults Faults { get; }

        /// <summary>Null for what the report has no value for.</summary>
        public string? Text(string column) => fields[columns[column]] is var field && field is "" or "N/A" or "no_information" or "not_supported" ? null : fields[columns[column]];

        /// <summary>A region or a service: nothing else of the report is free text, so nothing else may come in here.</summary>
        public string? Name(string column)
        {
            string? text = Text(column);
            if (text is null || (text.Length <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_') && SecretPattern.InText(text) is null))
            {
                return text;
            }

            Faults.Missing(AwsProblems.Input.FieldDropped(Locator, $"the name of a region or service in {column}"));
            return null;
        }

        public bool? Flag(string column)
        {
            string? text = Text(column);
            if (text is null || bool.TryParse(text, out bool _))
            {
                return text is null ? null : bool.Parse(text);
            }

            Faults.Missing(AwsProblems.Input.FieldDropped(Locator, $"TRUE or FALSE in {column}"));
            return null;
        }

        public string? Date(string column)
        {
            string? text = Text(column);
            string? date = text is null ? null : IsoDate.Of(text);
            if (text is not null && date is null)
            {
                Faults.Missing(AwsProblems.Input.FieldDropped(Locator, $"an ISO 8601 date with time in {column}"));
            }

            return date;
        }
    }
}
