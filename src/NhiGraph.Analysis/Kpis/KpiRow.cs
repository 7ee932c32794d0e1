namespace NhiGraph.Analysis.Kpis;

/// <summary>One identity that counts, or one credential of it.</summary>
internal readonly record struct KpiRow(int Identity, KpiFlags Flags);
