#include "annotate/best_tree.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "base/check.h"

namespace dateline {

namespace {

constexpr float kBarred = -1e9F;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// A square matrix of scores of arcs, score(node, head); node 0 is the root and has no head.
struct Graph {
  explicit Graph(std::uint32_t nodes) : size(nodes), scores(std::size_t{nodes} * nodes, kBarred) {}
  float& At(std::uint32_t node, std::uint32_t head) {
    return scores[std::size_t{node} * size + head];
  }
  float At(std::uint32_t node, std::uint32_t head) const {
    return scores[std::size_t{node} * size + head];
  }
  std::uint32_t size;
  std::vector<float> scores;
};

std::vector<std::uint32_t> Greedy(const Graph& graph) {
  std::vector<std::uint32_t> heads(graph.size, 0);
  for (std::uint32_t node = 1; node < graph.size; ++node) {
    const float* row = &graph.scores[std::size_t{node} * graph.size];
    heads[node] = static_cast<std::uint32_t>(std::max_element(row, row + graph.size) - row);
  }
  return heads;
}

// The nodes of a cycle of node -> head, in that order; empty if there is none.
std::vector<std::uint32_t> FindCycle(const std::vector<std::uint32_t>& heads) {
  std::vector<std::uint32_t> seen(heads.size(), kNone);  // the walk that met the node first
  seen[0] = 0;
  for (std::uint32_t start = 1; start < heads.size(); ++start) {
    std::uint32_t at = start;
    while (seen[at] == kNone) {
      seen[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen[at] != start) continue;
    std::vector<std::uint32_t> cycle = {at};
    for (std::uint32_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// One contraction: a cycle of the graph before became the last node of the graph after.
struct Contraction {
  std::vector<std::uint32_t> cycle;
  std::vector<std::uint32_t> cycle_heads;  // of its nodes, inside the cycle
  std::vector<std::uint32_t> rest;         // node of the graph after -> node of the graph before
  std::vector<std::uint32_t> enters;  // per node of `rest`: the cycle's node that it would enter
  std::vector<std::uint32_t> leaves;  // per node of `rest`: the cycle's node that would head it
};

std::pair<Contraction, Graph> Contract(const Graph& graph, const std::vector<std::uint32_t>& heads,
                                       std::vector<std::uint32_t> cycle) {
  Contraction c;
  c.cycle = std::move(cycle);
  std::vector<bool> inside(graph.size, false);
  for (std::uint32_t node : c.cycle) {
    inside[node] = true;
    c.cycle_heads.push_back(heads[node]);
  }
  for (std::uint32_t node = 0; node < graph.size; ++node)
    if (!inside[node]) c.rest.push_back(node);
  const auto last = static_cast<std::uint32_t>(c.rest.size());
  Graph small(last + 1);
  c.enters.assign(last, 0);
  c.leaves.assign(last, 0);
  for (std::uint32_t i = 0; i < last; ++i) {
    for (std::uint32_t j = 0; j < last; ++j) small.At(i, j) = graph.At(c.rest[i], c.rest[j]);
    float best_in = -std::numeric_limits<float>::infinity();
    float best_out = best_in;
    for (std::uint32_t k = 0; k < c.cycle.size(); ++k) {
      const std::uint32_t node = c.cycle[k];
      const float in = graph.At(node, c.rest[i]) - graph.At(node, c.cycle_heads[k]);
      if (in > best_in) {
        best_in = in;
        c.enters[i] = k;
      }
      if (graph.At(c.rest[i], node) > best_out) {
        best_out = graph.At(c.rest[i], node);
        c.leaves[i] = k;
      }
    }
    small.At(last, i) = best_in;
    small.At(i, last) = i == 0 ? kBarred : best_out;
  }
  return {std::move(c), std::move(small)};
}

// Heads of the graph before a contraction from those of the graph after it.
std::vector<std::uint32_t> Expand(const Contraction& c, const std::vector<std::uint32_t>& heads,
                                  std::uint32_t size) {
  std::vector<std::uint32_t> out(size, 0);
  const auto last = static_cast<std::uint32_t>(c.rest.size());
  for (std::uint32_t i = 1; i < last; ++i)
    out[c.rest[i]] = heads[i] == last ? c.cycle[c.leaves[i]] : c.rest[heads[i]];
  for (std::uint32_t k = 0; k < c.cycle.size(); ++k) out[c.cycle[k]] = c.cycle_heads[k];
  out[c.cycle[c.enters[heads[last]]]] = c.rest[heads[last]];  // here the cycle breaks
  return out;
}

std::vector<std::uint32_t> Arborescence(Graph graph) {
  std::vector<Contraction> stack;
  std::vector<std::uint32_t> sizes;
  std::vector<std::uint32_t> heads = Greedy(graph);
  for (std::vector<std::uint32_t> cycle = FindCycle(heads); !cycle.empty();
       cycle = FindCycle(heads)) {
    sizes.push_back(graph.size);
    auto [contraction, small] = Contract(graph, heads, std::move(cycle));
    stack.push_back(std::move(contraction));
    graph = std::move(small);
    heads = Greedy(graph);
  }
  for (std::size_t i = stack.size(); i-- > 0;) heads = Expand(stack[i], heads, sizes[i]);
  return heads;
}

double Total(const Graph& graph, const std::vector<std::uint32_t>& heads) {
  double total = 0;
  for (std::uint32_t node = 1; node < graph.size; ++node) total += graph.At(node, heads[node]);
  return total;
}

}  // namespace

std::vector<std::uint32_t> BestTree(const std::vector<float>& scores, std::uint32_t size) {
  DL_CHECK(size > 0 && scores.size() == std::size_t{size} * (size + 1));
  Graph graph(size + 1);
  for (std::uint32_t word = 0; word < size; ++word)
    for (std::uint32_t head = 0; head <= size; ++head)
      if (head != word + 1)
        graph.At(word + 1, head) = scores[std::size_t{word} * (size + 1) + head];

  std::vector<std::uint32_t> best = Arborescence(graph);
  std::vector<std::uint32_t> roots;
  for (std::uint32_t node = 1; node <= size; ++node)
    if (best[node] == 0) roots.push_back(node);
  if (roots.size() > 1) {
    double best_total = -std::numeric_limits<double>::infinity();
    for (std::uint32_t root : roots) {
      Graph single = graph;
      for (std::uint32_t node = 1; node <= size; ++node)
        if (node != root) single.At(node, 0) = kBarred;
      for (std::uint32_t head = 1; head <= size; ++head) single.At(root, head) = kBarred;
      std::vector<std::uint32_t> tried = Arborescence(std::move(single));
      if (const double total = Total(graph, tried); total > best_total) {
        best_total = total;
        best = std::move(tried);
      }
    }
  }
  best.erase(best.begin());
  return best;
}

}  // namespace dateline
