using System.Collections.Immutable;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Runs;

/// <summary>All that the joins into one scope may look at.</summary>
/// <param name="Scope">The scope whose nodes are the heads: it offers.</param>
/// <param name="Offers">What it offers, sorted.</param>
/// <param name="Asks">The asks of every scope (its own too) whose join key is among the offers', sorted.</param>
/// <param name="Scopes">Every scope that has facts: an offer to a scope outside is one-sided (DECLARED).</param>
public sealed record JoinInput(string Scope, ImmutableArray<JoinTerm> Offers, ImmutableArray<JoinTerm> Asks, ImmutableSortedSet<string> Scopes);
