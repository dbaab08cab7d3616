#!/bin/bash
#SBATCH --job-name=suandian-sweep
#SBATCH --array=0-2%8
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=4
#SBATCH --output="/shared/100%% wind/slurm/%A_%a.log"
#SBATCH --partition=batch
#SBATCH --time=2:00:00
# variants of each task
variants=(
  "2"
  "3"
  "7"
)
# shellcheck disable=SC2086 # one word per variant
exec '/opt/dot net/dotnet' 'it'\''s.dll' 'sweep-worker' '/shared/100% wind' --variants ${variants[SLURM_ARRAY_TASK_ID]}
