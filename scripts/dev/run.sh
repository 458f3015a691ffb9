# run: the main job on the shipped examples.

help_run() {
  cat <<'TEXT'
./dev run
Sets up what is missing, builds, reads examples/ into news.db and shows who said what and who did what.
TEXT
}

verb_run() {
  verb_build dateline
  local dateline=build/release/dateline code=0
  say "dateline read examples --db news.db"
  "$dateline" read examples --db news.db || code=$?
  [ "$code" -le 1 ] || return "$code"
  say "dateline statements --limit 20"
  "$dateline" statements --db news.db --limit 20
  say "dateline events --limit 20"
  "$dateline" events --db news.db --limit 20
  local article
  article=$("$dateline" articles --db news.db --limit 1 --json 2>/dev/null | sed -n 's/.*"article":"\([0-9a-f]*\)".*/\1/p')
  printf '\nThe records are in news.db.  Next:\n'
  printf "  $dateline %-40s  %s\n" \
    "show $article --why" "one report with its records marked and explained" \
    "statements --speaker minister" "who said what, filtered" \
    "events --type ASSAULT --json" "for a program" \
    "export geojson > events.geojson" "events for a map" \
    "verify" "re-reads every span of every record" \
    "read FOLDER" "your own reports: text, HTML, JSON Lines"
}
