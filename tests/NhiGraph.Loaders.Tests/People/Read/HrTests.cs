using System.Text.Json;
using NhiGraph.Loaders.People;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.People.Read;

/// <summary>What a personnel system's export may look like, and what is refused.</summary>
public sealed class HrTests
{
    [Theory]
    [InlineData("employeeId,email\n1,a@x.example\n", "1")]
    [InlineData("EMPLOYEE_ID;E-mail\r\n1;a@x.example\r\n", "1")]
    [InlineData("\"Employee Number\"\tMail\n\"1\"\ta@x.example", "1")]
    [InlineData("id,email\n\n  1 ,a@x.example\n\n\n2,b@x.example\n", "1 2")]
    [InlineData("id,email\n", "")]
    public async Task Columns_are_found_by_their_names_in_any_spelling(string csv, string ids)
    {
        SourceReading reading = await PeopleLoad.ReadHrAsync(csv);
        Assert.Empty(reading.Problems);
        Assert.Equal(ids, string.Join(' ', People(reading).Facts.Select(fact => fact.Id.Key)));
        Assert.Equal(DatasetState.Complete, People(reading).State);
    }

    [Theory]
    [InlineData("name,email\nAna,a@x.example\n", null, "NHI-HR-009 hr.csv#line=1")]
    [InlineData("id,Id\n1,2\n", null, "NHI-HR-009 hr.csv#line=1")]
    [InlineData("\"id,email\n1,2\n", null, "NHI-HR-009 hr.csv#line=1")]
    [InlineData("", null, "NHI-HR-005 hr.csv")]
    [InlineData("id\n1\n", "columns: {employeeId: Number}", "NHI-HR-009 hr.csv#line=1")]
    [InlineData("id\n1\n", "columns: {employeeId: [id", "NHI-HR-030 mapping.yaml#line=2")]
    [InlineData("id\n1\n", "columns:\n  salary: Salary\n", "NHI-HR-030 mapping.yaml#line=2")]
    [InlineData("id\n1\n", "dates: soon\n", "NHI-HR-030 mapping.yaml#line=1")]
    [InlineData("id\n1\n", "dates: dd.MM\n", "NHI-HR-030 mapping.yaml#line=1")]
    [InlineData("id\n1\n", "delimiter: both\n", "NHI-HR-030 mapping.yaml#line=1")]
    [InlineData("id\n1\n", "status: [gone]\n", "NHI-HR-030 mapping.yaml#line=1")]
    [InlineData("id\n1\n", "status:\n  vanished: gone\n", "NHI-HR-030 mapping.yaml#line=2")]
    [InlineData("id\n1\n", "- columns\n", "NHI-HR-030 mapping.yaml#line=1")]
    [InlineData("id\n1\n", "color: red\n", "NHI-HR-030 mapping.yaml#line=1")]
    public async Task What_cannot_be_meant_is_refused(string csv, string? mapping, string told) => Assert.Equal(told, await PeopleLoad.RefusalOfHrAsync(csv, mapping));

    [Theory]
    [InlineData("id,status\n1,Terminated\n", null, "departed")]
    [InlineData("id,status\n1,On Leave\n", null, "leave")]
    [InlineData("id,status\n1,\n", null, null)]
    [InlineData("id,status\n1,Ausgetreten\n", "status: {departed: [Ausgetreten, Verstorben]}", "departed")]
    [InlineData("id,status\n1,Inactive\n", "status: {leave: inactive}", "leave")]
    [InlineData("id,termination date\n1,2025-03-01\n", null, "departed")]
    [InlineData("id,termination date\n1,\n", null, "active")]
    [InlineData("id,termination date\n1,spring\n", null, null)]
    [InlineData("id,name\n1,Ana\n", null, null)]
    public async Task Status_is_what_the_words_mean_or_the_date_tells(string csv, string? mapping, string? status)
    {
        SourceReading reading = await PeopleLoad.ReadHrAsync(csv, mapping);
        using JsonDocument fact = JsonDocument.Parse(Assert.Single(People(reading).Facts).Content);
        Assert.Equal(status, fact.RootElement.TryGetProperty("status", out JsonElement told) ? told.GetString() : null);
    }

    [Theory]
    [InlineData("id,status,end date\n1,left,2019-12-31\n1,active,\n", "active")]
    [InlineData("id,status,end date\n1,active,\n1,left,2019-12-31\n", "active")]
    [InlineData("id,status,end date\n1,left,2019-12-31\n1,left,2024-12-31\n", "2024-12-31")]
    [InlineData("id,status,end date\n1,left,2024-12-31\n1,left,2019-12-31\n", "2024-12-31")]
    public async Task Of_two_employments_under_one_id_the_later_counts(string csv, string told)
    {
        SourceReading reading = await PeopleLoad.ReadHrAsync(csv);
        Assert.Empty(reading.Problems);
        Assert.Contains(told, Assert.Single(People(reading).Facts).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_lost_closes_nobody()
    {
        SourceReading reading = await PeopleLoad.ReadHrAsync("id,team\n1,blue\n2\n");
        Assert.Equal("NHI-HR-026", Assert.Single(reading.Problems).Code);
        Assert.All(reading.Datasets, dataset => Assert.Equal(DatasetState.Partial, dataset.State));
    }

    private static DatasetReading People(SourceReading reading) => reading.Datasets.Single(dataset => dataset.Dataset == PeopleDatasets.People);
}
