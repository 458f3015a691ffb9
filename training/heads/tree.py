"""Which tree over a sentence scores best?  Chu-Liu/Edmonds with a single root."""
import numpy as np

LOW = -1e9


def _find_cycle(heads):
    """The nodes of a cycle of the graph word -> head, or None; node 0 is the root."""
    color = [2] + [0] * (len(heads) - 1)
    for start in range(1, len(heads)):
        path, at = [], start
        while color[at] == 0:
            color[at] = 1
            path.append(at)
            at = int(heads[at])
        if color[at] == 1:
            return path[path.index(at):]
        for node in path:
            color[node] = 2
    return None


def _maximum(scores):
    """Heads of the best arborescence; scores[word, head], row 0 unused."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [k for k in range(len(scores)) if k not in inside]
    new = len(rest)
    small = np.full((new + 1, new + 1), LOW)
    small[:new, :new] = scores[np.ix_(rest, rest)]
    own = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, rest)] - own[:, None]              # the cycle breaks where the arc comes in
    small[new, :new] = entering.max(0) + own.sum()
    leaving = scores[np.ix_(rest, cycle)]
    small[:new, new] = leaving.max(1)
    small[0, :] = LOW
    chosen = _maximum(small)
    for i, word in enumerate(rest[1:], 1):
        heads[word] = cycle[int(leaving[i].argmax())] if chosen[i] == new else rest[chosen[i]]
    came_from = chosen[new]
    broken = cycle[int(entering[:, came_from].argmax())]
    heads[broken] = rest[came_from]
    return heads


def best_tree(arcs):
    """arcs [words, words + 1] log scores, column 0 the root -> heads, 1-based, exactly one of them 0."""
    n = len(arcs)
    scores = np.full((n + 1, n + 1), LOW)
    scores[1:] = arcs
    np.fill_diagonal(scores, LOW)
    heads = _maximum(scores.copy())
    roots = [i for i in range(1, n + 1) if heads[i] == 0]
    if len(roots) > 1:
        best = None
        for root in roots:
            single = scores.copy()
            single[1:, 0] = LOW
            single[root] = LOW
            single[root, 0] = scores[root, 0]
            tried = _maximum(single)
            total = sum(single[i, tried[i]] for i in range(1, n + 1))
            if best is None or total > best[0]:
                best = total, tried
        heads = best[1]
    return [int(h) for h in heads[1:]]
