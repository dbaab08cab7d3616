using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Suandian.Operations.Sweeps;

/// <summary>The batch script of a job array: each task computes its variants with the same program on the same folder.</summary>
static class SlurmScript
{
    /// <summary>The script.</summary>
    /// <param name="call">Executable and arguments that start a worker.</param>
    /// <param name="slurm">Folder for the logs.</param>
    /// <param name="numbers">Variants to compute.</param>
    /// <param name="options">How it is sent.</param>
    internal static string Of(ImmutableArray<string> call, string slurm, IReadOnlyList<int> numbers, SlurmOptions options)
    {
        int tasks = Math.Min(numbers.Count, SlurmOptions.MostTasks);
        var text = new StringBuilder();
        text.Append("#!/bin/bash\n");
        text.Append("#SBATCH --job-name=suandian-sweep\n");
        text.Append(CultureInfo.InvariantCulture, $"#SBATCH --array=0-{tasks - 1}{(options.ArrayLimit is { } most ? $"%{most}" : "")}\n");
        text.Append(CultureInfo.InvariantCulture, $"#SBATCH --ntasks=1\n#SBATCH --cpus-per-task={options.Cores}\n");
        text.Append(CultureInfo.InvariantCulture, $"#SBATCH --output=\"{slurm.Replace("%", "%%", StringComparison.Ordinal)}/%A_%a.log\"\n");
        if (options.Partition is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"#SBATCH --partition={options.Partition}\n");
        }

        if (options.JobTime is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"#SBATCH --time={options.JobTime}\n");
        }

        text.Append("# variants of each task\nvariants=(\n");
        for (int task = 0; task < tasks; task++)
        {
            var own = numbers.Where((_, i) => i % tasks == task).Select(n => n.ToString(CultureInfo.InvariantCulture));
            text.Append("  \"").AppendJoin(' ', own).Append("\"\n");
        }

        text.Append(")\n# shellcheck disable=SC2086 # one word per variant\nexec ").AppendJoin(' ', call.Select(Quoted));
        text.Append(" --variants ${variants[SLURM_ARRAY_TASK_ID]}\n");
        return text.ToString();
    }

    /// <summary>A word for the shell.</summary>
    internal static string Quoted(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
