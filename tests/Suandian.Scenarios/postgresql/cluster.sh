#!/usr/bin/env bash
# A PostgreSQL server of its own for tests: loopback only, no socket, no password, nothing kept.
#   cluster.sh up DIR     makes it under DIR, starts it, writes its port to DIR.port
#   cluster.sh down DIR   stops it and removes DIR and DIR.port
# PostgreSQL refuses to run as root, so root hands it to nobody. Needs the package postgresql of Debian; ./test installs it.
set -euo pipefail
action=${1:?up or down} dir=${2:?folder}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || { echo "postgresql is not installed" >&2; exit 1; }
as=()
[ "$(id -u)" != 0 ] || as=(setpriv --reuid=nobody --regid=nogroup --clear-groups --no-new-privs)

free_port() { # the first port from $1 on that nobody listens on
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}

up() {
    [ ! -e "$dir" ] || { echo "$dir is there already" >&2; exit 1; }
    local port
    port=$(free_port $((30000 + ($$ % 1000) * 10)))
    mkdir -p "$dir"
    [ "$(id -u)" != 0 ] || chown nobody:nogroup "$dir"
    chmod 700 "$dir"
    cd /
    "${as[@]}" "$bin/initdb" -D "$dir/data" -U suandian -A trust -E UTF8 --locale=C.UTF-8 >"/dev/null"
    # Nothing of this server outlives the test, so it need not wait for the disk.
    "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off" start >/dev/null </dev/null
    echo "$port" >"$dir.port"
}

down() {
    cd /
    [ ! -d "$dir/data" ] || "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -w -m fast stop >/dev/null 2>&1 || true
    rm -rf "$dir" "$dir.port"
}

case $action in
    up) up ;;
    down) down ;;
    *) echo "up or down" >&2; exit 2 ;;
esac
