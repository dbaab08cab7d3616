using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Formulation;

namespace Suandian.Planning;

/// <summary>Reads columns, duals and reduced costs of the linear problem back into the arrays of a plan.</summary>
sealed class SolutionReader(PlanningModel plan, LinearSolution solution)
{
    readonly HourlyNetwork _network = plan.Network;
    readonly PlanningVariables _x = plan.Variables;
    readonly int _snapshots = plan.Network.Snapshots.Count;

    internal PlanningSolution Read(PlanningStatus status, Text method)
    {
        double[] Of(Variables variables) => solution.Values(variables);
        var power = Of(_x.Storage.Power);
        return new PlanningSolution
        {
            Status = status,
            ObjectiveYuan = solution.Objective,
            ObjectiveConstantYuan = _network.ObjectiveConstantYuan,
            IntegerGap = PlanningModel.IntegerGap(solution),
            UnitOn = _x.Units is { } units ? Of(units.On) : [],
            GeneratorCapacityMw = Of(_x.Generators.Capacity),
            StoragePowerMw = power,
            StorageEnergyMwh = StorageEnergy(power),
            StoreEnergyMwh = Of(_x.Stores.Energy),
            LinkCapacityMw = Of(_x.Links.Capacity),
            LineCapacityMw = Of(_x.Lines.Capacity),
            ClusterItMw = Of(_x.Computing.Capacity),
            FibreGbitS = Of(_x.FibreCapacity),
            TradePeakMw = Peaks(),
            GeneratorMw = Of(_x.Generators.Power),
            ChargeMw = Of(_x.Storage.Charge),
            DischargeMw = Of(_x.Storage.Discharge),
            LevelMwh = Of(_x.Storage.Level),
            SpillMw = Of(_x.Storage.Spill),
            StoreLevelMwh = Of(_x.Stores.Level),
            StoreMw = Of(_x.Stores.Output),
            LinkForwardMw = Of(_x.Links.Forward),
            LinkBackwardMw = Of(_x.Links.Backward),
            LineMw = plan.Options.LineModel == LineModel.Transport
                ? Circulation.Remove(_network, Of(_x.Lines.Flow), Of(_x.Lines.Capacity))
                : Of(_x.Lines.Flow),
            TradeMw = Of(_x.Trades.Power),
            ShedMw = Of(_x.Shed),
            ItMw = ItPower(),
            RunGpuH = Of(_x.Computing.Run),
            BacklogGpuH = Of(_x.Work.Backlog),
            UndoneGpuH = Of(_x.Work.Undone),
            BusPriceYuanPerMwh = BusPrices(),
            RuleShadowYuan = new RuleShadows(plan, solution).Read(),
            LimitShadows = new LimitShadows(plan, solution).Read(),
            Run = new(solution.Solver, method, solution.Iterations, solution.Seconds,
                plan.Linear.RowCount, plan.Linear.ColumnCount, plan.Linear.NonzeroCount),
        };
    }

    double[] StorageEnergy(double[] power)
    {
        var (units, energy) = (_network.StorageUnits, solution.Values(_x.Storage.Energy));
        return [.. power.Select((p, s) => units.SizedApart[s] ? energy[s] : units.DurationH[s] * p)];
    }

    /// <summary>The charged peak; where nothing is charged the highest power.</summary>
    double[] Peaks()
    {
        var (trades, charged, power) = (_network.Trades, solution.Values(_x.Trades.Peak), solution.Values(_x.Trades.Power));
        var peaks = new double[trades.Count * 12];
        Array.Fill(peaks, double.NaN);
        for (var k = 0; k < trades.Count; k++)
        {
            for (var month = 1; month <= 12 && trades.DemandPeriods[k] > 1; month++)
            {
                var period = plan.Periods.Of(k, month);
                peaks[k * 12 + month - 1] = period < 0 ? double.NaN : charged[period];
            }

            if (trades.DemandPeriods[k] <= 1)
            {
                peaks[k * 12] = plan.Periods.Has(k) ? charged[plan.Periods.Of(k, _network.Snapshots.Month[0])]
                    : power.AsSpan(k * _snapshots, _snapshots).ToArray().Max();
            }
        }

        return peaks;
    }

    /// <summary>idle z + (1 − idle) Σ run / G.</summary>
    double[] ItPower()
    {
        var (clusters, capacity, run) = (_network.Clusters, solution.Values(_x.Computing.Capacity), solution.Values(_x.Computing.Run));
        var it = new double[clusters.Count * _snapshots];
        for (var c = 0; c < clusters.Count; c++)
        {
            var hours = it.AsSpan(c * _snapshots, _snapshots);
            hours.Fill(clusters.IdlePu[c] * capacity[c]);
            foreach (var p in _x.Computing.PairsOf[c])
            {
                for (var t = 0; t < _snapshots; t++)
                {
                    hours[t] += (1 - clusters.IdlePu[c]) * run[p * _snapshots + t] / clusters.GpuHoursPerMwh[c];
                }
            }
        }

        return it;
    }

    double[] BusPrices()
    {
        var (prices, weight) = (solution.Duals(plan.BusBalance), _network.Snapshots.WeightH);
        for (var i = 0; i < prices.Length; i++)
        {
            prices[i] /= weight[i % _snapshots];
        }

        return prices;
    }
}
