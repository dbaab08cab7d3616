using System.Collections.Immutable;

namespace Suandian.Network;

/// <summary>A workload that may run on a cluster.</summary>
/// <param name="Workload">Workload index.</param>
/// <param name="Cluster">Cluster index.</param>
/// <param name="Fibres">Fibres on the route with the least delay; empty where origin and cluster share a bus.</param>
/// <param name="RoundTripMs">Delay there and back, ms.</param>
public sealed record ServicePair(int Workload, int Cluster, ImmutableArray<int> Fibres, double RoundTripMs);
