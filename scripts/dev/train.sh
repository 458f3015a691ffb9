# train: from data to models/core.dlm and models/fast.dlm.

TRAIN_PACKAGES=(python3-torch libopenblas0-pthread python3-xxhash)

help_train() {
  cat <<'TEXT'
./dev train [core|fast] [--minutes N] [--out FILE]
Trains the encoder and its heads and writes models/core.dlm; `fast`, after it, trains the cut of four layers and writes
models/fast.dlm.  The pretrained encoder and the fragments are fetched into build/training, then training runs for N
minutes (default 90) on one core and the result is written.  A run that was stopped goes on where it was.
DATELINE_TRAINING names the folder with treebank/, statements/, ner/ and authored/ (default ../shared/data): the data are
other people's and no part of the repository.
TEXT
}

verb_train() {
  local name=core minutes=90 out= cut=() data=${DATELINE_TRAINING:-../shared/data} work=build/training
  while [ $# -gt 0 ]; do
    case "$1" in
      core | fast) name=$1; shift ;;
      --minutes) minutes=$2; shift 2 ;;
      --out) out=$2; shift 2 ;;
      *) die "train: no option '$1' (./dev train --help)" ;;
    esac
  done
  [ "$name" = core ] || cut=(--layers 4 --inner 768 --start "$work/core.pt")
  [ "$name" = core ] || [ -f "$work/core.pt" ] || die "train: fast begins with what core has learned: ./dev train core"
  [ -d "$data/treebank" ] || die "no training data in $data: set DATELINE_TRAINING"
  install_packages "${TRAIN_PACKAGES[@]}"
  [ -f "$work/named.jsonl" ] || /usr/bin/python3 -m training.fetch --data "$data" --work "$work"
  OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 \
    /usr/bin/python3 -m training.train --data "$data" --work "$work" --minutes "$minutes" --name "$name" "${cut[@]}"
  /usr/bin/python3 -m training.export --work "$work" --name "$name" --out "${out:-models/$name.dlm}"
}
