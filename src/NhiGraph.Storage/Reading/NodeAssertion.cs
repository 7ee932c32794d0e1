using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Reading;

/// <summary>That a fact says a node exists, and the run that first heard it (since the assertion was last opened).</summary>
public sealed record NodeAssertion(FactKey Fact, RunId Run);
