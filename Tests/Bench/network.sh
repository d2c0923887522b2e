# The works of scripts/bench on one network that grows within the run; read by it, not run alone.
#
# The network of the EJCN with its public history gets persons and what is said of them, all through the path of every
# act: about 1,000 events, then 100,000, 200,000 and BENCH_EVENTS. What is made once is measured at each length.

# use ROUNDS COMMAND...: processor time in seconds and memory in MB of a command, from its start to its exit.
use() { "$work/cold" use "$@" 2>"$work/cold.txt" || { cat "$work/cold.txt" >&2; exit 1; }; }

# ratio EXPRESSION: what awk makes of it, with four digits.
ratio() { awk "BEGIN { printf \"%.4f\", $1 }"; }

# --- What a secretary waits for ----------------------------------------------------------------------------------
# 32 delegations in a room: a vote by names, and the minutes of a meeting with 60 items and 61 decisions.
members=AT,BE,BG,HR,CZ,DK,EE,FI,FR,DE,GR,HU,IE,IT,LV,LT,LU,NL,PL,PT,RO,SK,SI,ES,SE,MT,CY,GB,TR,UA,MD,GE
sitting=$work/sitting
day=$(date -u +%F)
convened=$(date -u -d '60 days ago' +%F)
{
  for member in MT CY GB TR UA MD GE; do
    echo "- {do: member admit, member: $member, class: member, effective: $convened}"
  done
  echo "- {do: meeting plan, series: plenary, from: $day, effective: $convened, as: m}"
  echo "- {do: meeting convene, meeting: \$m, effective: $convened}"
  for item in $(seq 1 60); do
    echo "- {do: agenda add, item: item-$item, meeting: \$m, title: Item number $item, effective: $convened}"
  done
  echo "- {do: meeting open, meeting: \$m, present: [$members]}"
} >"$work/sitting.yaml"
for item in $(seq 1 60); do
  echo "- {do: deliberation record, meeting: plenary-19, title: Matter $item, item: item-$item, for: 20, against: 12}"
done >"$work/votes.yaml"
{
  "$admin" init --template policies/networks/ejcn.yaml "$sitting"
  "$admin" -C "$sitting" apply --founding
  "$admin" -C "$sitting" import policies/histories/ejcn.yaml
  "$admin" -C "$sitting" import "$work/sitting.yaml"
} >"$work/sitting.txt" 2>&1 || { cat "$work/sitting.txt" >&2; exit 1; }
read -r seconds _ < <(use "$rounds" "$admin" -C "$sitting" deliberation record plenary-19 --title Guide \
  --names "${members//,/=for,}=against")
figure 'vote of 32 delegations, 20 ms' "$(ratio "0.02 / $seconds")" 1.00
"$admin" -C "$sitting" import "$work/votes.yaml" >"$work/sitting.txt" 2>&1 &&
  "$admin" -C "$sitting" meeting close plenary-19 >>"$work/sitting.txt" 2>&1 || { cat "$work/sitting.txt" >&2; exit 1; }
for ((round = 1; round <= rounds; round++)); do
  cp -r "$sitting" "$work/minutes"
  use 1 "$admin" -C "$work/minutes" minutes draft plenary-19 | awk '{ printf "%.4f\n", 0.1 / $1 }'
  rm -rf "$work/minutes"
done >"$work/minutes.txt"
figure 'minutes of 60 items, 100 ms' "$(median <"$work/minutes.txt")" 1.00

# --- Growing -----------------------------------------------------------------------------------------------------
big=$work/big
{
  "$admin" init --template policies/networks/ejcn.yaml "$big"
  "$admin" -C "$big" apply --founding
  "$admin" -C "$big" import policies/histories/ejcn.yaml
} >"$work/founding.txt" 2>&1 || { cat "$work/founding.txt" >&2; exit 1; }
"$acta" import "$big" 930 >/dev/null
"$admin" -C "$big" rebuild -q
small=$work/small
cp -r "$big" "$small"

# One act, one commit, with rules, states and chain; beside the bare rows of the C program, and the Python application.
peer=yes
"$python" -c 'import eventsourcing' 2>/dev/null || peer=no
[ "$peer" = yes ] || echo 'beside Python skipped: pip install eventsourcing, or name a Python in BENCH_PYTHON'
for ((round = 1; round <= rounds; round++)); do
  rm -rf "$work/c" "$work/one" "$work/python.db"*
  "$acta" found "$work/c" 2000 >/dev/null
  cp -r "$small" "$work/one"
  c=$("$work/store" append "$work/c" 2000)
  a=$("$acta" single "$work/one" 2000)
  p=0
  [ "$peer" = no ] || p=$("$python" Tests/Bench/peer.py append "$work/python.db" 2000)
  awk -v c="$c" -v a="$a" -v p="$p" 'BEGIN { printf "%.4f %.4f\n", c / a, p / a }'
done >"$work/single.txt"
figure 'single acts, whole path' "$(cut -d' ' -f1 "$work/single.txt" | median)" 0.60
[ "$peer" = no ] || figure 'single acts, beside Python' "$(cut -d' ' -f2 "$work/single.txt" | median)" 1.50

for ((round = 1; round <= long; round++)); do
  rm -rf "$work/c"
  "$acta" found "$work/c" 2000 >/dev/null
  [ "$round" = "$long" ] || { rm -rf "$work/one"; cp -r "$small" "$work/one"; }
  grown=$work/one
  [ "$round" != "$long" ] || grown=$big
  c=$("$work/store" import "$work/c" 100000)
  a=$("$acta" import "$grown" 100000)
  awk -v c="$c" -v a="$a" 'BEGIN { printf "%.4f\n", c / a }'
done >"$work/import.txt"
figure 'import of 100,000 acts' "$(median <"$work/import.txt")" 0.35
rm -rf "$work/c" "$work/one" "$work/python.db"*

# --- 100,000 events ----------------------------------------------------------------------------------------------
read -r hundred _ < <(use "$long" "$admin" -C "$big" rebuild -q)
for view in member person; do
  read -r seconds _ < <(use 3 "$admin" -C "$big" "$view" list --known-at 50000 --as-of "$(date -u -d '10 years ago' +%F)" --json)
  figure "as of ten years ago: $view, 1 s" "$(ratio "1 / $seconds")" 1.00
done
aim=0.83 cold 'list at 100,000 beside 1,000' "$admin" -C "$small" member list --json \
  -- "$admin" -C "$big" member list --json
aim=0.83 cold 'act at 100,000 beside 1,000' "$admin" -C "$small" meeting plan plenary --from 2099-06-01 --json \
  -- "$admin" -C "$big" meeting plan plenary --from 2099-06-01 --json
aim=0.50 cold 'cold member list, 100,000' sqlite3 -json "$big/views.db" '.read Tests/Bench/member-list.sql' \
  -- "$admin" -C "$big" member list --json
cp -r "$big" "$work/shell-big"
cold 'cold append, 100,000' sqlite3 -bail "$work/shell-big/log.db" '.read Tests/Bench/plan-meeting.sql' \
  -- "$admin" -C "$big" meeting plan plenary --from 2099-06-01 --json
rm -rf "$work/shell-big"

# --- 200,000 events ----------------------------------------------------------------------------------------------
"$acta" import "$big" 99000 >/dev/null
length=$("$admin" -C "$big" verify --json | awk -F'[:,]' '/"events"/ { print $2 + 0 }')
read -r seconds _ < <(use "$long" "$admin" -C "$big" rebuild -q)
figure 'rebuild, 60,000 events/s' "$(ratio "$length / $seconds / 60000")" 1.00
figure 'rebuild, linear in the log' "$(ratio "$hundred * 2 / $seconds")" 0.90
[ "$peer" = no ] || "$python" Tests/Bench/peer.py found "$work/replay.db" "$length" >/dev/null
for ((round = 1; round <= long; round++)); do
  c=$("$work/store" replay "$big")
  a=$("$acta" fold "$big")
  p=0
  [ "$peer" = no ] || p=$("$python" Tests/Bench/peer.py replay "$work/replay.db")
  awk -v c="$c" -v a="$a" -v p="$p" 'BEGIN { printf "%.4f %.4f\n", c / a, p / a }'
done >"$work/fold.txt"
figure 'states of 200,000 events' "$(cut -d' ' -f1 "$work/fold.txt" | median)" 0.25
[ "$peer" = no ] || figure 'states, beside Python' "$(cut -d' ' -f2 "$work/fold.txt" | median)" 5.00
rm -f "$work/replay.db"*

# --- The longest log ---------------------------------------------------------------------------------------------
[ "$events" -le "$length" ] || "$acta" import "$big" $((events - length)) >/dev/null
"$admin" -C "$big" rebuild -q
while read -r -a words; do
  read -r _ memory < <(use 1 "$admin" -C "$big" "${words[@]}")
  figure "200 MB: ${words[*]}" "$(ratio "200 / $memory")" 1.00
done <<'END'
verify
rebuild -q
member list --json
person list --json
member list --known-at 5000 --json
log export
log list --limit 20 --json
status --json
tick
meeting plan plenary --from 2099-06-01
END
