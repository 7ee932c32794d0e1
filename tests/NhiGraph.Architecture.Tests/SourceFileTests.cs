using System.Text.RegularExpressions;

namespace NhiGraph.Architecture.Tests;

public sealed partial class SourceFileTests
{
    private const int HardStop = 400;
    private const int Median = 60;

    private static string[] All => [.. ((string[])["src", "tests", "web", "cypher"]).SelectMany(folder => Repository.Files(folder, ".cs", ".ts", ".tsx", ".mjs", ".sql", ".cypher", ".css"))
        .Where(path => !path.EndsWith(".d.ts", StringComparison.Ordinal))];

    private static IEnumerable<string> Sources => Repository.Files("src", ".cs");

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        string[] wrong = [.. All.Where(path => Lines(path) > HardStop)];
        Assert.Empty(wrong);
    }

    [Fact]
    public void Half_of_the_source_files_have_at_most_60_lines()
    {
        int[] lengths = [.. Sources.Concat(Repository.Files("web/src", ".ts", ".tsx")).Select(Lines).Order()];
        Assert.InRange(lengths[lengths.Length / 2], 1, Median);
    }

    [Fact]
    public void A_file_declares_at_most_one_public_type()
    {
        string[] wrong = [.. Sources.Where(path => PublicType().Count(Repository.Read(path)) > 1)];
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        IEnumerable<string> wrong = Sources.Concat(Repository.Files("tests", ".cs")).Where(path =>
        {
            Match said = Namespace().Match(Repository.Read(path));
            return said.Success
                ? said.Groups[1].Value != Path.GetDirectoryName(path)!.Replace('\\', '/').Split('/', 2)[1].Replace('/', '.')
                : Path.GetFileName(path) is not ("Program.cs" or "AssemblyInfo.cs" or "Usings.cs");
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        IEnumerable<string> wrong = Sources.Concat(Repository.Files("tests", ".cs"))
            .SelectMany(path => TypeName().Matches(Repository.Read(path)).Select(match => match.Groups[1].Value))
            .Where(name => EmptyWord().IsMatch(name));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("public sealed class RunManager", true)]
    [InlineData("internal static class StringUtils", true)]
    [InlineData("internal abstract class LoaderBase", true)]
    [InlineData("public sealed record BasePath", false)]
    [InlineData("public sealed class Utilization", false)]
    public void The_rule_of_names_sees(string declaration, bool wrong) => Assert.Equal(wrong, EmptyWord().IsMatch(TypeName().Match(declaration).Groups[1].Value));

    private static int Lines(string path) => File.ReadLines(Path.Combine(Repository.Root, path)).Count();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial|unsafe|ref) )*(?:class|record|struct|interface|enum|delegate)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|file|sealed|static|abstract|readonly|partial|unsafe|ref) )+(?:class|record|struct|interface|enum)(?: class| struct)? (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?:Manager|Helper|Processor|Util|Utils|Utility|Utilities)(?![a-z])|Base$|^I[A-Z]\w*(?:Repository|Mediator|UnitOfWork)$")]
    private static partial Regex EmptyWord();
}
