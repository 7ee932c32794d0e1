using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Live.Api;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Has the credential report made, waits for it and fetches it. Who may not have it made may still fetch one that is not too old.</summary>
internal sealed class CredentialReportFetch(LiveSession session, AccountDocuments documents, LiveTiming timing, TimeProvider clock, Action<string> told)
{
    /// <summary>Codes of <c>GetCredentialReport</c> while there is none.</summary>
    private static readonly string[] NotYet = ["ReportNotPresent", "ReportInProgress", "ReportExpired", "CredentialReportNotPresentException", "CredentialReportNotReadyException", "CredentialReportExpiredException"];

    private static readonly LiveCall Make = LiveCall.Of("GenerateCredentialReport");
    private static readonly LiveCall Get = LiveCall.Of("GetCredentialReport");

    /// <returns>The users that it names.</returns>
    internal async Task<IEnumerable<string>> RunAsync(CancellationToken cancellation)
    {
        told($"{session.Account}, credential report");
        ApiFaultException? notMade = await MakeAsync(cancellation).ConfigureAwait(false);
        DateTimeOffset begun = clock.GetUtcNow();
        while (true)
        {
            try
            {
                JsonObject report = await session.Api.SendAsync(Get.In(session.Region), cancellation).ConfigureAwait(false);
                documents.Add(Get.Kind, Get.Kind, [report]);
                return Users(report);
            }
            catch (ApiFaultException failed) when (notMade is null && NotYet.Contains(failed.Code) && clock.GetUtcNow() - begun < timing.Report)
            {
                await Task.Delay(timing.ReportPoll, clock, cancellation).ConfigureAwait(false);
                // Again and again asks for nothing new while one is being made.
                notMade = await MakeAsync(cancellation).ConfigureAwait(false);
            }
            catch (ApiFaultException failed)
            {
                ApiFaultException why = notMade is not null && NotYet.Contains(failed.Code) ? notMade : failed;
                documents.Miss(
                    Get,
                    why.Leaves,
                    NotYet.Contains(why.Code) ? LiveProblems.ReportNotReady(why.Call.ToString(), timing.Report) : LiveProblems.Of(why, ReferenceEquals(why, notMade) ? Make.Right : Get.Right));
                return [];
            }
        }
    }

    private async Task<ApiFaultException?> MakeAsync(CancellationToken cancellation)
    {
        try
        {
            await session.Api.SendAsync(Make.In(session.Region), cancellation).ConfigureAwait(false);
            return null;
        }
        catch (ApiFaultException failed)
        {
            return failed;
        }
    }

    /// <summary>For who may not list users.</summary>
    private static IReadOnlyList<string> Users(JsonObject report)
    {
        string text = report["Content"] is JsonValue content && content.TryGetValue(out string? given) ? given : "";
        byte[] csv = new byte[text.Length];
        return Convert.TryFromBase64String(text, csv, out int length) ? CredentialReportText.Users(csv.AsMemory(0, length)) : [];
    }
}
