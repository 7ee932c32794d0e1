using Microsoft.Extensions.Logging;
using NhiGraph.Api.Execution;
using NhiGraph.Loaders.Rules;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Http;

/// <summary>How a server runs.</summary>
public sealed record ApiHostOptions
{
    /// <summary>Loopback URLs; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How the graph of a version is opened; null: loaded whole.</summary>
    public OpenParts? Open { get; init; }

    /// <summary>Rules of toxic combinations and exceptions from them.</summary>
    public RuleBook Rules { get; init; } = RuleBook.Shipped;

    public ExecutionLimits Limits { get; init; } = new();

    /// <summary>Where the built explorer is; by default beside the program, in <c>wwwroot</c>.</summary>
    public string ExplorerDirectory { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Adds log sinks; by default nothing is logged.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}
