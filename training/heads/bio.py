"""BIO tags: O, B-k, I-k for kind k are 0, 2k+1, 2k+2."""
import numpy as np


def from_spans(length, spans):
    """[(begin, end, kind index)] -> tags; where spans overlap the longer one wins."""
    tags = [0] * length
    for begin, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        if not any(tags[begin:end]):
            tags[begin:end] = [2 * kind + 1] + [2 * kind + 2] * (end - begin - 1)
    return tags


def to_spans(tags):
    """-> [(begin, end, kind index)]."""
    out = []
    for i, tag in enumerate(tags):
        if tag == 0:
            continue
        kind = (tag - 1) // 2
        if tag % 2 == 0 and out and out[-1][1] == i and out[-1][2] == kind:
            out[-1] = (out[-1][0], i + 1, kind)
        else:
            out.append((i, i + 1, kind))
    return out


def best_path(scores):
    """Highest-scoring tags [n] for log scores [n, tags] in which I-k follows B-k or I-k only."""
    n, count = scores.shape
    barred = np.zeros((count, count))
    for inside in range(2, count, 2):
        barred[:, inside] = -1e9
        barred[[inside - 1, inside], inside] = 0
    total = scores[0].copy()
    total[2::2] -= 1e9
    back = []
    for i in range(1, n):
        step = total[:, None] + barred
        back.append(step.argmax(0))
        total = step.max(0) + scores[i]
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
