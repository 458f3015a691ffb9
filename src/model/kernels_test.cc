#include "model/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <vector>

#include "model/buffer.h"

namespace dateline {
namespace {

std::vector<float> RandomFloats(std::mt19937& random, std::size_t n, float spread = 1.0F) {
  std::normal_distribution<float> values(0.0F, spread);
  std::vector<float> x(n);
  for (float& v : x) v = values(random);
  return x;
}

// A matrix of random weights in panels, and the same row by row.
struct RandomMatrix {
  RandomMatrix(std::mt19937& random, std::size_t out, std::size_t in)
      : weights(out * in), panels((out + 15) / 16 * 16 * in, 128) {
    std::uniform_int_distribution<int> values(-127, 127);
    for (std::size_t o = 0; o < out; ++o) {
      for (std::size_t i = 0; i < in; ++i) {
        weights[o * in + i] = values(random);
        panels[o / 16 * 16 * in + i / 4 * 64 + o % 16 * 4 + i % 4] =
            static_cast<std::uint8_t>(weights[o * in + i] + 128);
      }
    }
    scales = RandomFloats(random, (out + 15) / 16 * 16, 0.01F);
    bias = RandomFloats(random, (out + 15) / 16 * 16);
    view = {panels.data(), scales.data(), bias.data(), out, in};
  }

  std::vector<int> weights;
  std::vector<std::uint8_t> panels;
  std::vector<float> scales, bias;
  PanelMatrix view;
};

struct Rows {
  Rows(const Kernels& kernels, const std::vector<float>& x, std::size_t in)
      : values(x.size() * kernels.input_bytes), scales(x.size() / in), sums(x.size() / in) {
    for (std::size_t r = 0; r < scales.size(); ++r) {
      kernels.quantize(x.data() + r * in, in, values.data() + r * in * kernels.input_bytes,
                       &scales[r], &sums[r]);
    }
    view = {values.data(), scales.data(), sums.data(), scales.size(), in};
  }

  std::vector<std::byte> values;
  std::vector<float> scales;
  std::vector<std::int32_t> sums;
  QuantizedRows view;
};

// The slow, obvious twin.
std::vector<float> TwinMultiply(const std::vector<float>& x, std::size_t in,
                                const RandomMatrix& m) {
  std::vector<float> y;
  for (std::size_t r = 0; r < x.size() / in; ++r) {
    const float* row = x.data() + r * in;
    float top = 1e-6F;
    for (std::size_t i = 0; i < in; ++i) top = std::max(top, std::abs(row[i]));
    const float factor = 127.0F / top;
    for (std::size_t o = 0; o < m.view.out; ++o) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < in; ++i) {
        sum += static_cast<std::int32_t>(std::nearbyint(row[i] * factor)) * m.weights[o * in + i];
      }
      y.push_back(static_cast<float>(sum) * (top / 127.0F * m.scales[o]) + m.bias[o]);
    }
  }
  return y;
}

TEST(Kernels, MultiplyAsTheirTwinDoesBitByBitInAllShapes) {
  std::mt19937 random(1);
  for (const Kernels* kernels : Kernels::Available()) {
    for (const std::size_t in : {16, 80, 448}) {
      for (const std::size_t out : {1, 7, 16, 17, 64, 80, 130}) {
        for (std::size_t rows = 1; rows <= 15; ++rows) {
          const RandomMatrix matrix(random, out, in);
          const std::vector<float> x = RandomFloats(random, rows * in);
          std::vector<float> y(rows * out + 1, 7.0F);
          kernels->multiply(Rows(*kernels, x, in).view, matrix.view, y.data());
          const std::vector<float> expected = TwinMultiply(x, in, matrix);
          ASSERT_EQ(std::memcmp(y.data(), expected.data(), rows * out * sizeof(float)), 0)
              << kernels->name << ' ' << rows << 'x' << in << 'x' << out;
          ASSERT_EQ(y.back(), 7.0F) << "writes behind its end";
        }
      }
    }
  }
}

// 127 * 255 * 2 leaves 16 bits: sums of pairs must not be cut.
TEST(Kernels, MultiplyTheLargestValuesExactly) {
  std::mt19937 random(2);
  const std::size_t in = 1536;
  RandomMatrix matrix(random, 16, in);
  std::fill(matrix.panels.begin(), matrix.panels.end(), std::uint8_t{255});
  std::fill(matrix.weights.begin(), matrix.weights.end(), 127);
  for (const float sign : {1.0F, -1.0F}) {
    const std::vector<float> x(in, sign);
    for (const Kernels* kernels : Kernels::Available()) {
      std::vector<float> y(16);
      kernels->multiply(Rows(*kernels, x, in).view, matrix.view, y.data());
      EXPECT_EQ(y, TwinMultiply(x, in, matrix)) << kernels->name;
    }
  }
}

TEST(Kernels, QuantizeARowOfZerosToZeros) {
  for (const Kernels* kernels : Kernels::Available()) {
    const Rows rows(*kernels, std::vector<float>(32, 0.0F), 32);
    EXPECT_EQ(rows.sums[0], 0);
    for (const std::byte value : rows.values) EXPECT_EQ(value, std::byte{0});
  }
}

// All tables against the last, bit by bit.
template <class Run>
void ExpectSameBits(Run run) {
  const std::vector<float> expected = run(*Kernels::Available().back());
  for (const Kernels* kernels : Kernels::Available()) {
    const std::vector<float> found = run(*kernels);
    ASSERT_EQ(found.size(), expected.size());
    EXPECT_EQ(std::memcmp(found.data(), expected.data(), found.size() * sizeof(float)), 0)
        << kernels->name;
  }
}

TEST(Kernels, GeluIsFarFinerThanEightBits) {
  std::vector<float> x;
  for (int i = -12000; i < 12000; ++i) x.push_back(static_cast<float>(i) / 1000.0F);
  ExpectSameBits([&](const Kernels& kernels) {
    std::vector<float> y = x;
    kernels.gelu(y.data(), y.size());
    return y;
  });
  std::vector<float> y = x;
  Kernels::Chosen().gelu(y.data(), y.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double v = x[i];
    const double exact = v * 0.5 * (1 + std::erf(v / std::sqrt(2.0)));
    ASSERT_NEAR(y[i], exact, 5e-5 * std::max(1.0, std::abs(v))) << v;
  }
}

TEST(Kernels, AddNormCentresAndScales) {
  std::mt19937 random(3);
  const std::size_t n = 384;
  const auto x = RandomFloats(random, n, 3.0F), y = RandomFloats(random, n);
  const auto weight = RandomFloats(random, n), bias = RandomFloats(random, n);
  ExpectSameBits([&](const Kernels& kernels) {
    std::vector<float> z = x;
    kernels.add_norm(z.data(), y.data(), weight.data(), bias.data(), n);
    return z;
  });
  double mean = 0, variance = 0;
  for (std::size_t i = 0; i < n; ++i) mean += (double{x[i]} + y[i]) / n;
  for (std::size_t i = 0; i < n; ++i) variance += std::pow(double{x[i]} + y[i] - mean, 2) / n;
  std::vector<float> z = x;
  Kernels::Chosen().add_norm(z.data(), y.data(), weight.data(), bias.data(), n);
  for (std::size_t i = 0; i < n; ++i) {
    const double expected = (double{x[i]} + y[i] - mean) / std::sqrt(variance) * weight[i];
    ASSERT_NEAR(z[i], expected + bias[i], 1e-5);
  }
}

// The slow, obvious twin, in double precision.
std::vector<double> TwinAttention(const std::vector<float>& qkv, std::size_t count,
                                  std::size_t heads) {
  const std::size_t width = heads * kHeadWidth;
  std::vector<double> mixed(count * width);
  const auto at = [&](std::size_t row, std::size_t which, std::size_t column) {
    return double{qkv[row * 3 * width + which * width + column]};
  };
  for (std::size_t h = 0; h < heads; ++h) {
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<double> weights(count);
      double total = 0;
      for (std::size_t j = 0; j < count; ++j) {
        double score = 0;
        for (std::size_t d = 32 * h; d < 32 * h + 32; ++d) score += at(i, 0, d) * at(j, 1, d);
        total += weights[j] = std::exp(score / std::sqrt(32.0));
      }
      for (std::size_t d = 32 * h; d < 32 * h + 32; ++d) {
        for (std::size_t j = 0; j < count; ++j) {
          mixed[i * width + d] += weights[j] / total * at(j, 2, d);
        }
      }
    }
  }
  return mixed;
}

TEST(Kernels, AttentionAgreesWithItsTwinForAllSmallCounts) {
  std::mt19937 random(4);
  const std::size_t heads = 3;
  for (std::size_t count = 1; count <= 37; ++count) {
    const auto qkv = RandomFloats(random, count * 3 * heads * kHeadWidth);
    const auto run = [&](const Kernels& kernels) {
      std::vector<float> mixed(count * heads * kHeadWidth);
      std::vector<std::int32_t> work(AttentionWork(count));
      kernels.attention(qkv.data(), count, heads, mixed.data(), work.data());
      return mixed;
    };
    ExpectSameBits(run);
    const auto found = run(Kernels::Chosen());
    const auto expected = TwinAttention(qkv, count, heads);
    for (std::size_t i = 0; i < found.size(); ++i) ASSERT_NEAR(found[i], expected[i], 3e-3);
  }
}

// Scores far apart: weights that vanish, none that is no number.
TEST(Kernels, AttentionBearsExtremeScores) {
  std::mt19937 random(5);
  const std::size_t count = 20;
  const auto qkv = RandomFloats(random, count * 3 * kHeadWidth, 100.0F);
  std::vector<float> mixed(count * kHeadWidth);
  std::vector<std::int32_t> work(AttentionWork(count));
  Kernels::Chosen().attention(qkv.data(), count, 1, mixed.data(), work.data());
  for (const float x : mixed) ASSERT_TRUE(std::isfinite(x));
}

TEST(Kernels, DotSumsInTheSameOrder) {
  std::mt19937 random(6);
  const auto a = RandomFloats(random, 256), b = RandomFloats(random, 256);
  ExpectSameBits([&](const Kernels& kernels) {
    return std::vector<float>{kernels.dot(a.data(), b.data(), a.size())};
  });
  EXPECT_EQ(Kernels::Chosen().dot(std::vector<float>(32, 2.0F).data(),
                                  std::vector<float>(32, 3.0F).data(), 32),
            192.0F);
}

}  // namespace
}  // namespace dateline
