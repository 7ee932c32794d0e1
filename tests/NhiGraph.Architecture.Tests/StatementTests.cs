using System.Text.RegularExpressions;

namespace NhiGraph.Architecture.Tests;

/// <summary>SQL and Cypher stand in files of their own, where an analyst can read and run them.</summary>
public sealed partial class StatementTests
{
    [Fact]
    public void No_statement_stands_in_a_string()
    {
        string[] files = [.. Repository.Files("src", ".cs")];
        Assert.NotEmpty(files);
        string[] wrong = [.. files.Where(path => Statement().IsMatch(Repository.Read(path)))];
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("command.CommandText = \"SELECT id FROM node\";", true)]
    [InlineData("Run(\"INSERT OR IGNORE INTO node VALUES (1)\")", true)]
    [InlineData("\"\"\"\n    UPDATE edge SET until = $run\n    \"\"\"", true)]
    [InlineData("$\"DELETE FROM {table}\"", true)]
    [InlineData("\"PRAGMA journal_mode = WAL\"", true)]
    [InlineData("\"MATCH (n:Node {id: $id}) RETURN n\"", true)]
    [InlineData("\"UNWIND $rows AS r MERGE (n:Node {id: r.id})\"", true)]
    [InlineData("\"WITH RECURSIVE reach AS (\"", true)]
    [InlineData("\"Select a file\"", false)]
    [InlineData("\"UPDATE_FUNCTION_CODE\"", false)]
    [InlineData("// what SELECT x FROM y gives", false)]
    public void The_heuristic_sees(string code, bool statement) => Assert.Equal(statement, Statement().IsMatch(code));

    [GeneratedRegex("""["`]\s*(?:SELECT\s[^"]*\sFROM\s|SELECT\s+(?:count|max|min)\s*\(|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|(?:CREATE|DROP|ALTER)\s+(?:UNIQUE\s+|TEMP\s+)?(?:TABLE|INDEX|CONSTRAINT)\s|PRAGMA\s|WITH\s+RECURSIVE\s|(?:OPTIONAL\s+)?MATCH\s*\(|MERGE\s*\(|UNWIND\s+\$|VACUUM\s+INTO)""")]
    private static partial Regex Statement();
}
