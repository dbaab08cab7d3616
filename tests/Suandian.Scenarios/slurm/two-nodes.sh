#!/usr/bin/env bash
# A Slurm cluster of two nodes on this machine, for tests: loopback only, no systemd, no cgroups, no database.
#   two-nodes.sh up DIR     starts it under DIR, waits until both nodes are idle; DIR/slurm.conf is what SLURM_CONF must name
#   two-nodes.sh down DIR   stops what was started under DIR, by its pid files
# DIR must not exist yet; keep it short, since sockets lie in it. Works as root and as an ordinary user.
# Needs slurmctld, slurmd, slurm-client and munge of Debian; ./test installs them.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
action=${1:?up or down} dir=${2:?folder}
nodes=(one two)

free_port() { # the first port from $1 on that nobody listens on
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}

configure() {
    local me host first port node
    me=$(id -un) host=$(hostname -s)
    mkdir -p "$dir"/{state,log,spool,munge}
    chmod 755 "$dir" && chmod 700 "$dir/munge" "$dir/state"
    (umask 077 && head -c 1024 /dev/urandom >"$dir/munge/key")
    # Runs beside each other must not meet: each begins its search elsewhere.
    first=$(free_port $((20000 + ($$ % 1000) * 10)))
    cat >"$dir/slurm.conf" <<CONF
ClusterName=suandian
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$first
SlurmUser=$me
SlurmdUser=$me
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
StateSaveLocation=$dir/state
SlurmctldPidFile=$dir/slurmctld.pid
SlurmctldLogFile=$dir/log/slurmctld.log
SlurmdPidFile=$dir/slurmd-%n.pid
SlurmdSpoolDir=$dir/spool/%n
SlurmdLogFile=$dir/log/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=2
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmdParameters=config_overrides
ReturnToService=2
MailProg=/bin/true
KillWait=2
CONF
    port=$first
    for node in "${nodes[@]}"; do
        port=$(free_port $((port + 1)))
        echo "NodeName=$node NodeHostname=$host NodeAddr=127.0.0.1 Port=$port CPUs=2 State=UNKNOWN" >>"$dir/slurm.conf"
    done
    echo "PartitionName=batch Nodes=one,two Default=YES MaxTime=INFINITE State=UP" >>"$dir/slurm.conf"
}

# Daemons turn to the background and keep open what they inherit; a caller that reads our output would wait for them.
daemon() { "$@" </dev/null >>"$dir/log/start.log" 2>&1; }

up() {
    [ ! -e "$dir" ] || { echo "$dir is there already" >&2; exit 1; }
    configure
    export SLURM_CONF=$dir/slurm.conf
    daemon munged --force --socket "$dir/munge/socket" --key-file "$dir/munge/key" --pid-file "$dir/munged.pid" \
        --log-file "$dir/log/munged.log" --seed-file "$dir/munge/seed"
    daemon slurmctld
    for node in "${nodes[@]}"; do daemon slurmd -N "$node"; done
    for _ in $(seq 150); do
        [ "$(timeout 3 sinfo --noheader --states idle --format %D 2>/dev/null)" = 2 ] && exit 0
        sleep 0.2
    done
    echo "the nodes did not become idle" >&2
    tail -n 20 "$dir"/log/*.log >&2
    down
    exit 1
}

ours() { # true while a pid belongs to one of our daemons; a number used again by somebody else's process does not
    grep -qE '^(munged|slurmctld|slurmd)$' "/proc/$1/comm" 2>/dev/null && ! grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

down() {
    local file pid pids=()
    for file in "$dir"/slurmd-*.pid "$dir/slurmctld.pid" "$dir/munged.pid"; do
        [ -s "$file" ] || continue
        pid=$(<"$file")
        ours "$pid" && pids+=("$pid")
    done
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for _ in $(seq 100); do
        local left=0
        for pid in "${pids[@]}"; do if ours "$pid"; then left=1; fi; done
        [ "$left" = 0 ] && return 0
        sleep 0.1
    done
    for pid in "${pids[@]}"; do if ours "$pid"; then kill -9 "$pid" 2>/dev/null || true; fi; done
}

case $action in
    up) up ;;
    down) down ;;
    *) echo "up or down" >&2; exit 2 ;;
esac
