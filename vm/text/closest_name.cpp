// SPDX-License-Identifier: MIT
//
// The distance of two names and its limits, which are CPython's (Library Reference, traceback; What's New 3.10
// to 3.13).
#include "vm/text/closest_name.hpp"

#include <algorithm>

namespace ouro::vm {

static constexpr size_t MOVE_COST = 2, CASE_COST = 1, MAX_LENGTH = 40, MAX_CANDIDATES = 750;

static char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

static size_t substitution_cost(char a, char b) {
    if (a == b)
        return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

// Cost of turning `a` into `b`; anything above `limit` once it is known to be above.
static size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
    auto [left, right] = std::ranges::mismatch(a, b);
    a.remove_prefix(size_t(left - a.begin()));
    b.remove_prefix(size_t(right - b.begin()));
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.empty() || b.empty())
        return MOVE_COST * (a.size() + b.size());
    if (a.size() > MAX_LENGTH || b.size() > MAX_LENGTH)
        return limit + 1;
    if (b.size() < a.size())
        std::swap(a, b);
    if ((b.size() - a.size()) * MOVE_COST > limit)
        return limit + 1;
    size_t row[MAX_LENGTH];
    for (size_t i = 0; i < a.size(); i++)
        row[i] = MOVE_COST * (i + 1);
    size_t result = 0;
    for (size_t j = 0; j < b.size(); j++) {
        size_t diagonal = j * MOVE_COST, minimum = SIZE_MAX;
        result = diagonal;
        for (size_t i = 0; i < a.size(); i++) {
            size_t substituted = diagonal + substitution_cost(b[j], a[i]);
            diagonal = row[i];
            result = std::min(std::min(result, diagonal) + MOVE_COST, substituted);
            row[i] = result;
            minimum = std::min(minimum, result);
        }
        if (minimum > limit)
            return limit + 1;
    }
    return result;
}

std::string closest_name(const std::vector<std::string>& candidates, std::string_view wrong, bool any_distance) {
    if (candidates.size() > MAX_CANDIDATES || wrong.size() > MAX_LENGTH || wrong.empty())
        return {};
    size_t best_distance = any_distance ? SIZE_MAX : wrong.size();
    const std::string* best = nullptr;
    for (const std::string& name : candidates) {
        if (name == wrong || best_distance == 0)
            continue;
        // At most a third of the characters may need a change, and an earlier match must be beaten.
        size_t limit = std::min((name.size() + wrong.size() + 3) * MOVE_COST / 6, best_distance - 1);
        size_t distance = edit_distance(wrong, name, limit);
        if (distance > limit)
            continue;
        best = &name;
        best_distance = distance;
    }
    return best ? *best : std::string();
}

} // namespace ouro::vm
