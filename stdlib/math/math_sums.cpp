// SPDX-License-Identifier: MIT
//
// Sums and products over iterables: fsum, prod, sumprod, hypot, dist. Floats are added without losing digits, by
// error-free transformations: the sum or product of two doubles as a double and what rounding took from it.

#include "stdlib/math/math_parts.hpp"

#include "vm/values/float.hpp"
#include "vm/values/int.hpp"
#include "vm/model/numbers.hpp"

#include <cmath>

namespace ouro::stdlib {

using namespace vm;

namespace {

struct Exact { // high + low
    double high, low;
};

} // namespace

// Knuth's two-sum and the product by fused multiply-add (Handbook of Floating-Point Arithmetic, 4.3 and 4.4).
static Exact exact_sum(double a, double b) {
    double sum = a + b;
    double from_a = sum - b;
    double from_b = sum - from_a;
    return {sum, (a - from_a) + (b - from_b)};
}

static Exact exact_product(double a, double b) {
    double product = a * b;
    return {product, std::fma(a, b, -product)};
}

// --- fsum ----------------------------------------------------------------------------------------------------------

namespace {

// An exact sum as doubles that do not overlap, growing in magnitude (Shewchuk, Adaptive Precision Floating-Point
// Arithmetic, 1997). Infinities and NaNs are summed apart.
class PartialSums {
public:
    Result<void> add(VM& vm, double x) {
        double original = x;
        size_t kept = 0;
        for (double partial : m_partials) {
            Exact sum = exact_sum(x, partial);
            if (sum.low != 0)
                m_partials[kept++] = sum.low;
            x = sum.high;
        }
        m_partials.resize(kept);
        if (std::isfinite(x)) {
            if (x != 0)
                m_partials.push_back(x);
            return {};
        }
        if (std::isfinite(original))
            return vm.overflow_error("intermediate overflow in fsum");
        if (std::isinf(original))
            m_infinities += original;
        m_specials += original;
        m_partials.clear();
        m_special = true;
        return {};
    }

    Result<double> result(VM& vm) const {
        if (m_special) {
            if (std::isnan(m_infinities))
                return vm.value_error("-inf + inf in fsum");
            return m_specials;
        }
        return rounded();
    }

private:
    // From the largest down until something is rounded off; what follows decides a tie.
    double rounded() const {
        size_t i = m_partials.size();
        double high = 0, low = 0;
        if (i > 0)
            high = m_partials[--i];
        while (i > 0 && low == 0) {
            Exact sum = exact_sum(high, m_partials[--i]);
            high = sum.high;
            low = sum.low;
        }
        if (i > 0 && ((low < 0 && m_partials[i - 1] < 0) || (low > 0 && m_partials[i - 1] > 0))) {
            double doubled = low * 2;
            double nudged = high + doubled;
            if (nudged - high == doubled) // exactly half a unit was lost
                high = nudged;
        }
        return high;
    }

    std::vector<double> m_partials; // at most some forty
    double m_infinities = 0, m_specials = 0;
    bool m_special = false;
};

} // namespace

Result<double> math_fsum(VM& vm, Value items) {
    PartialSums sums;
    TRY(for_each(vm, items, [&](Value item) -> Result<void> { return sums.add(vm, TRY(to_double(vm, item))); }));
    return sums.result(vm);
}

// --- prod and sumprod ----------------------------------------------------------------------------------------------

Result<Value> math_prod(VM& vm, Value items, Value start) {
    Value product = start;
    TRY(for_each(vm, items, [&](Value item) -> Result<void> {
        if (product.is_double() && item.is_double())
            product = Value::number(product.number() * item.number());
        else
            product = TRY(binary_operation(vm, Special::Mul, product, item));
        return {};
    }));
    return product;
}

namespace {

// The sum of products in three doubles (Ogita, Rump, Oishi: Accurate Sum and Dot Product, K = 3).
class DotProduct {
public:
    // False when the sum would not be finite: then nothing is added.
    bool add(double a, double b) {
        Exact product = exact_product(a, b);
        Exact high = exact_sum(m_high, product.high);
        if (!std::isfinite(high.high))
            return false;
        Exact middle = exact_sum(m_middle, product.low);
        Exact rest = exact_sum(middle.high, high.low);
        m_high = high.high;
        m_middle = rest.high;
        m_low += middle.low + rest.low;
        return true;
    }
    double value() const {
        Exact sum = exact_sum(m_middle, m_high);
        return sum.high + (m_low + sum.low);
    }

private:
    double m_high = 0, m_middle = 0, m_low = 0;
};

// sumprod's running total. A run of products of floats (with ints among them) is summed accurately; everything else is
// added and multiplied as the operators do it.
class SumOfProducts {
public:
    explicit SumOfProducts(VM& vm) : m_vm(vm) {}

    Result<void> add(Value a, Value b) {
        bool floats = a.is_double() || b.is_double();
        if (m_fast_floats && floats && as_number(a) && as_number(b) && m_floats.add(*as_number(a), *as_number(b))) {
            m_any_floats = true;
            return {};
        }
        m_fast_floats &= !m_any_floats && !floats;
        if (m_any_floats)
            TRY(flush());
        m_total = TRY(binary_operation(m_vm, Special::Add, m_total, TRY(binary_operation(m_vm, Special::Mul, a, b))));
        return {};
    }
    Result<Value> finish() {
        if (m_any_floats)
            TRY(flush());
        return m_total;
    }

private:
    static std::optional<double> as_number(Value value) {
        if (value.is_double())
            return value.number();
        if (value.is_small_int())
            return double(value.small_int());
        if (value.is_bool())
            return double(value.is_true());
        return {};
    }
    Result<void> flush() {
        m_total = TRY(binary_operation(m_vm, Special::Add, m_total, Value::number(m_floats.value())));
        m_any_floats = false;
        return {};
    }

    VM& m_vm;
    Value m_total = Value::small_int(0);
    DotProduct m_floats;
    bool m_any_floats = false;
    bool m_fast_floats = true;
};

} // namespace

Result<Value> math_sumprod(VM& vm, Value p, Value q) {
    Value left = TRY(get_iterator(vm, p));
    Value right = TRY(get_iterator(vm, q));
    SumOfProducts sum(vm);
    for (;;) {
        Value a = TRY(next(vm, left));
        Value b = TRY(next(vm, right));
        if (a.is_empty() != b.is_empty())
            return vm.value_error("Inputs are not the same length");
        if (a.is_empty())
            return sum.finish();
        TRY(sum.add(a, b));
    }
}

// --- hypot and dist ------------------------------------------------------------------------------------------------

// The length of a vector of magnitudes, of which `largest` is the largest. They are scaled by a power of two so that
// squares neither overflow nor vanish, squared and summed with their errors; the root is corrected once.
static double vector_length(std::vector<double>& vector, double largest, bool has_nan) {
    if (std::isinf(largest))
        return largest;
    if (has_nan)
        return std::nan("");
    if (largest == 0 || vector.size() <= 1)
        return largest;
    int exponent;
    std::frexp(largest, &exponent);
    if (exponent < -1023) { // the scale would overflow: go through the normal range first
        for (double& x : vector)
            x /= 0x1p-1022;
        return 0x1p-1022 * vector_length(vector, largest / 0x1p-1022, false);
    }
    double scale = std::ldexp(1.0, -exponent);
    double sum = 1.0, products_rest = 0, sums_rest = 0; // from 1, so that no summand is larger than the sum
    auto add = [&](Exact square) {
        Exact next = exact_sum(sum, square.high);
        sum = next.high;
        products_rest += square.low;
        sums_rest += next.low;
    };
    for (double x : vector)
        add(exact_product(x * scale, x * scale));
    double root = std::sqrt(sum - 1.0 + (products_rest + sums_rest));
    add(exact_product(-root, root));
    double residue = sum - 1.0 + (products_rest + sums_rest);
    return (root + residue / (2.0 * root)) / scale;
}

namespace {

struct Magnitudes {
    std::vector<double> values;
    double largest = 0;
    bool has_nan = false;

    void add(double x) {
        x = std::fabs(x);
        values.push_back(x);
        has_nan |= std::isnan(x);
        if (x > largest)
            largest = x;
    }
    double length() { return vector_length(values, largest, has_nan); }
};

} // namespace

Result<double> math_hypot(VM& vm, Args coordinates) {
    Magnitudes magnitudes;
    for (Value coordinate : coordinates)
        magnitudes.add(TRY(to_double(vm, coordinate)));
    return magnitudes.length();
}

Result<double> math_dist(VM& vm, Value p, Value q) {
    Tuple* first = TRY(tuple_from(vm, p));
    Tuple* second = TRY(tuple_from(vm, q));
    if (first->size() != second->size())
        return vm.value_error("both points must have the same number of dimensions");
    TRY(vm.heap.reserve(first->size() * sizeof(double) * 2));
    Magnitudes magnitudes;
    for (size_t i = 0; i < first->size(); i++) {
        double x = TRY(to_double(vm, (*first)[i]));
        magnitudes.add(x - TRY(to_double(vm, (*second)[i])));
    }
    return magnitudes.length();
}

} // namespace ouro::stdlib
