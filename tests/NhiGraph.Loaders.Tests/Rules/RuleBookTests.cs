using System.Text;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Rules;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Rules;

public sealed class RuleBookTests
{
    private const string Own = """
        id: read-and-run
        title: Read secrets and run code
        why: |
          A secret that code can read
          leaves with the code.
        severity: medium
        within: anywhere
        source: our own
        parts:
          - can: [read-secret, READ_DATA]
            on: { sensitivity: restricted, environments: [prod, live], types: [secret, BUCKET], property: { name: application, value: pay roll } }
          - can: [EXECUTE_CODE]
            on: any
        """;

    [Fact]
    public void Shipped_rules_are_those_that_the_readme_names()
    {
        Assert.Equal(["access-lifecycle-alone", "deploy-hide-read", "destroy-with-backups", "grant-and-approve", "keys-and-data", "transaction-alone"], RuleBook.Shipped.Rules.Select(rule => rule.Id));
        Assert.All(RuleBook.Shipped.Rules, rule => Assert.InRange(rule.Parts.Length, 2, 3));
        ToxicRule hide = RuleBook.Shipped.Rules.Single(rule => rule.Id == "deploy-hide-read");
        Assert.Equal((RuleSpan.Account, Severity.Critical), (hide.Span, hide.Severity));
        Assert.Equal(
            [new(CapabilitySet.Of(Capability.DeployCode), PartTarget.Any), new(CapabilitySet.Of(Capability.ModifyLogging), PartTarget.Any), new(CapabilitySet.Of(Capability.ReadData), new() { MinSensitivity = Sensitivity.Confidential })],
            hide.Parts);
    }

    [Fact]
    public void A_rule_of_a_file_is_read_whole()
    {
        ToxicRule rule = Read(Own).Rules.Single(rule => rule.Id == "read-and-run");
        Assert.Equal((RuleSpan.Anywhere, Severity.Medium, "our own", "A secret that code can read\nleaves with the code."), (rule.Span, rule.Severity, rule.Source, rule.Why));
        Assert.Equal(CapabilitySet.Of(Capability.ReadSecret, Capability.ReadData), rule.Parts[0].Capabilities);
        Assert.Equal(new PartTarget { MinSensitivity = Sensitivity.Restricted, Environments = ["prod", "live"], Types = [ResourceType.Secret, ResourceType.Bucket], Tag = new("application", "pay roll") }, rule.Parts[0].On);
        Assert.Equal(8, Read(Own + "\n---\n" + Own.Replace("read-and-run", "another", StringComparison.Ordinal)).Rules.Length);
    }

    [Theory]
    [InlineData("id: read-and-run", "id: Read And Run", "NHI-RULE-002", 1)]
    [InlineData("id: read-and-run", "id: administrators", "NHI-RULE-002", 1)]
    [InlineData("id: read-and-run", "id: keys-and-data", "NHI-RULE-005", 1)]
    [InlineData("title: Read secrets and run code\n", "", "NHI-RULE-003", 1)]
    [InlineData("title: Read secrets and run code", "title: ' '", "NHI-RULE-002", 2)]
    [InlineData("severity: medium", "severity: dreadful", "NHI-RULE-002", 6)]
    [InlineData("severity: medium", "severity: [HIGH]", "NHI-RULE-002", 6)]
    [InlineData("within: anywhere", "within: galaxy", "NHI-RULE-002", 7)]
    [InlineData("within: anywhere", "inside: anywhere", "NHI-RULE-004", 7)]
    [InlineData("source: our own", "source:", "NHI-RULE-002", 8)]
    [InlineData("can: [EXECUTE_CODE]", "can: [RUN]", "NHI-RULE-002", 12)]
    [InlineData("can: [EXECUTE_CODE]", "can: []", "NHI-RULE-002", 12)]
    [InlineData("can: [EXECUTE_CODE]", "can: EXECUTE_CODE", "NHI-RULE-002", 12)]
    [InlineData("can: [EXECUTE_CODE]", "may: [EXECUTE_CODE]", "NHI-RULE-004", 12)]
    [InlineData("    on: any\n", "", "NHI-RULE-003", 12)]
    [InlineData("on: any", "on: everything", "NHI-RULE-002", 13)]
    [InlineData("on: any", "on: {}", "NHI-RULE-002", 13)]
    [InlineData("on: any", "on: { types: [BOAT] }", "NHI-RULE-002", 13)]
    [InlineData("on: any", "on: { sensitivity: very }", "NHI-RULE-002", 13)]
    [InlineData("on: any", "on: { tag: x }", "NHI-RULE-004", 13)]
    [InlineData("on: any", "on: { property: { name: x } }", "NHI-RULE-003", 13)]
    [InlineData("on: any", "on: [any", "NHI-RULE-001", 14)]
    [InlineData("source: our own", "source: our own\nsource: twice", "NHI-RULE-001", 9)]
    public void A_wrong_rule_is_refused_with_file_line_and_reason(string right, string wrong, string code, int line)
    {
        string text = Own.ReplaceLineEndings("\n") + "\n";
        Assert.Contains(right, text, StringComparison.Ordinal);
        RefusedInputException refused = Assert.Throws<RefusedInputException>(() => Read(text.Replace(right, wrong, StringComparison.Ordinal)));
        Problem problem = refused.Problems[0];
        Assert.Equal((code, $"own.yaml#line={line}"), (problem.Code, problem.Locator));
        Assert.False(string.IsNullOrWhiteSpace(problem.Statement) || string.IsNullOrWhiteSpace(problem.Remedy));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        RefusedInputException refused = Assert.Throws<RefusedInputException>(() => Read("id: X\nparts: [{ can: [FLY], on: any }, { can: [LIST] }]\nwithin: here\n"));
        Assert.Equal(["NHI-RULE-002", "NHI-RULE-003", "NHI-RULE-003", "NHI-RULE-003", "NHI-RULE-003", "NHI-RULE-002", "NHI-RULE-002", "NHI-RULE-003"], refused.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Hostile_files_are_refused_and_not_run_into()
    {
        foreach (string text in (string[])[new('[', 200_000), "a: &a [x]\nb: [*a, *c]", "\0", "- - - - - - - - - - - - - - - - - - - - - x", new('x', (1 << 20) + 1), "!!python/object:os.system x", "just a text", "[]"])
        {
            Assert.NotEmpty(Assert.Throws<RefusedInputException>(() => Read(text)).Problems);
        }

        Assert.NotEmpty(Assert.Throws<RefusedInputException>(() => RuleBook.Read([("bytes.yaml", new byte[] { 0xC3, 0x28 })], [])).Problems);
    }

    [Fact]
    public void Changed_anywhere_a_rule_is_read_or_refused_and_nothing_else()
    {
        int refused = 0;
        int count = Suite.Long ? 50_000 : 2_000;
        var random = new Random(7);
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Own);
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)" :-[]{}#,'\"&*!|>%@`\n\t"[random.Next(21)];
            }

            try
            {
                RuleBook.Read([("own.yaml", bytes)], []);
            }
            catch (RefusedInputException told)
            {
                refused++;
                Assert.All(told.Problems, problem => Assert.Matches("^own\\.yaml#line=\\d+$", problem.Locator));
            }
        }

        Suite.Ran("changed rules", count);
        Assert.InRange(refused, count / 10, count - 1);
    }

    [Fact]
    public void Exceptions_are_read_and_hold_until_their_end()
    {
        RuleBook book = RuleBook.Read([], [("ex.yaml", Utf8("- { rule: administrators, actor: 'aws:x', until: 2027-06-30, by: ana, why: two people }\n- { rule: keys-and-data, actor: y, until: '2026-01-01T12:00:00Z', by: bo, why: z }"))]);
        Assert.Equal(["administrators", "keys-and-data"], book.Exceptions.Select(one => one.Rule));
        RuleException exception = book.Exceptions[0];
        Assert.Equal(("aws:x", "ana", "two people"), (exception.Actor, exception.By, exception.Why));
        Assert.True(exception.HoldsAt(new DateTimeOffset(2027, 6, 29, 23, 59, 59, TimeSpan.Zero)));
        Assert.False(exception.HoldsAt(new DateTimeOffset(2027, 6, 30, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("- { rule: nothing, actor: x, until: 2027-06-30, by: a, why: b }", "NHI-RULE-006")]
    [InlineData("- { rule: administrators, actor: x, until: soon, by: a, why: b }", "NHI-RULE-002")]
    [InlineData("- { rule: administrators, actor: x, until: 2027-06-30, by: a }", "NHI-RULE-003")]
    [InlineData("- { rule: administrators, actor: x, until: 2027-06-30, by: a, why: b, note: c }", "NHI-RULE-004")]
    [InlineData("rule: administrators", "NHI-RULE-002")]
    public void A_wrong_exception_is_refused(string text, string code)
    {
        Problem problem = Assert.Single(Assert.Throws<RefusedInputException>(() => RuleBook.Read([], [("ex.yaml", Utf8(text))])).Problems);
        Assert.Equal((code, "ex.yaml#line=1"), (problem.Code, problem.Locator));
    }

    private static RuleBook Read(string text) => RuleBook.Read([("own.yaml", Utf8(text))], []);

    private static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
