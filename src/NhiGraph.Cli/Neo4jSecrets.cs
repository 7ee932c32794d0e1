using System.Text.Json;
using NhiGraph.Storage.Neo4j;

namespace NhiGraph.Cli;

/// <summary>
/// Who asks a Neo4j server: a user with a password, or a token, from the environment, from a file that holds only the secret, or from an options file. The environment counts
/// before the options file; a secret given twice is refused, for one of them is not meant.
/// </summary>
internal static class Neo4jSecrets
{
    internal const string OptionsVariable = "NHIGRAPH_OPTIONS";
    internal const string HowToGive =
        "Set NHIGRAPH_NEO4J_USER with NHIGRAPH_NEO4J_PASSWORD or NHIGRAPH_NEO4J_PASSWORD_FILE, or NHIGRAPH_NEO4J_TOKEN or NHIGRAPH_NEO4J_TOKEN_FILE, or name an options file in NHIGRAPH_OPTIONS.";

    private const string Prefix = "NHIGRAPH_NEO4J_";
    private const string DefaultUser = "neo4j";

    /// <exception cref="BadUseException">A file cannot be read, or a secret is given twice.</exception>
    internal static Neo4jCredential Read(Surroundings surroundings)
    {
        Neo4jCredential? ofEnvironment = Of(name => surroundings.Environment(Prefix + name) is { Length: > 0 } value ? value : null, name => Prefix + name, "");
        if (ofEnvironment is not null || surroundings.Environment(OptionsVariable) is not { Length: > 0 } file)
        {
            return ofEnvironment ?? Neo4jCredential.None;
        }

        Dictionary<string, string> options = Options(file);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Of(options.GetValueOrDefault, name => $"neo4j.{name} in {file}", folder) ?? Neo4jCredential.None;
    }

    private static Neo4jCredential? Of(Func<string, string?> value, Func<string, string> told, string folder)
    {
        string? password = Secret("PASSWORD", value, told, folder), token = Secret("TOKEN", value, told, folder);
        return (password, token) switch
        {
            (not null, not null) => throw new BadUseException($"Both {told("PASSWORD")} and {told("TOKEN")} are set; give one of them."),
            (null, not null) => Neo4jCredential.Bearer(token),
            (not null, null) => Neo4jCredential.Basic(value("USER") ?? DefaultUser, password),
            _ => value("USER") is null ? null : throw new BadUseException($"{told("USER")} is set without a password. {HowToGive}"),
        };
    }

    private static string? Secret(string name, Func<string, string?> value, Func<string, string> told, string folder)
    {
        string? given = value(name), file = value(name + "_FILE");
        if (given is not null && file is not null)
        {
            throw new BadUseException($"Both {told(name)} and {told(name + "_FILE")} are set; give one of them.");
        }

        return file is null ? given : Text(Path.Combine(folder, file)).TrimEnd('\r', '\n') is { Length: > 0 } secret ? secret : throw new BadUseException($"{file} is empty; it must hold the secret.");
    }

    /// <summary>The object <c>neo4j</c> of a JSON file: user, password, passwordFile, token, tokenFile; under the names that the environment has.</summary>
    private static Dictionary<string, string> Options(string file)
    {
        string[] names = ["user", "password", "passwordFile", "token", "tokenFile"];
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = JsonDocument.Parse(Text(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("neo4j", out JsonElement neo4j))
            {
                return options;
            }

            foreach (JsonProperty property in neo4j.EnumerateObject())
            {
                if (!names.Contains(property.Name, StringComparer.Ordinal) || property.Value.ValueKind != JsonValueKind.String)
                {
                    throw new BadUseException($"{file}#/neo4j/{property.Name} is not known; {string.Join(", ", names)} are, each a text.");
                }

                options.Add(property.Name.Replace("File", "_FILE", StringComparison.Ordinal).ToUpperInvariant(), property.Value.GetString()!);
            }

            return options;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new BadUseException($"{file} is not an options file: {wrong.Message} It is JSON such as {{\"neo4j\": {{\"user\": \"neo4j\", \"passwordFile\": \"neo4j.password\"}}}}.");
        }
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadUseException($"{file} cannot be read: {failure.Message}");
        }
    }
}
