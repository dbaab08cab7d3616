namespace Suandian.Network;

/// <summary>A workload that may not run on a cluster.</summary>
/// <param name="Workload">Workload index.</param>
/// <param name="Cluster">Cluster index.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record RefusedPair(int Workload, int Cluster, Text Reason);
