// SPDX-License-Identifier: MIT
//
// A line difference for failed tests: longest common subsequence of the lines, with a little context. Expected outputs
// are short; texts too long for the quadratic table are shown from their first differing line.

#include "run_scripts.hpp"

#include <string_view>

namespace script_tests {

using Lines = std::vector<std::string_view>;

static constexpr size_t table_limit = 4'000'000; // cells
static constexpr size_t context_lines = 2;
static constexpr size_t shown_limit = 60;

static Lines split_lines(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == text.npos) {
            lines.push_back("\\ no newline at the end");
            break;
        }
        text.remove_prefix(end + 1);
    }
    return lines;
}

struct Edit {
    char mark; // ' ', '-' or '+'
    std::string_view line;
};

// table[i][j] = length of the longest common subsequence of a[i..] and b[j..]
static std::vector<Edit> edits(const Lines& a, const Lines& b) {
    std::vector<Edit> result;
    if ((a.size() + 1) * (b.size() + 1) > table_limit) {
        for (auto line : a)
            result.push_back({'-', line});
        for (auto line : b)
            result.push_back({'+', line});
        return result;
    }
    size_t width = b.size() + 1;
    std::vector<uint32_t> table((a.size() + 1) * width);
    for (size_t i = a.size(); i-- > 0;)
        for (size_t j = b.size(); j-- > 0;)
            table[i * width + j] = a[i] == b[j]
                                       ? table[(i + 1) * width + j + 1] + 1
                                       : std::max(table[(i + 1) * width + j], table[i * width + j + 1]);
    size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            result.push_back({' ', a[i++]});
            ++j;
        } else if (j == b.size() || (i < a.size() && table[(i + 1) * width + j] >= table[i * width + j + 1])) {
            result.push_back({'-', a[i++]});
        } else {
            result.push_back({'+', b[j++]});
        }
    }
    return result;
}

static bool is_near_change(const std::vector<Edit>& list, size_t at) {
    size_t from = at < context_lines ? 0 : at - context_lines;
    for (size_t i = from; i < list.size() && i <= at + context_lines; ++i)
        if (list[i].mark != ' ')
            return true;
    return false;
}

std::string difference(const std::string& expected, const std::string& actual) {
    Lines a = split_lines(expected), b = split_lines(actual);
    size_t same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    size_t skipped = same > context_lines ? same - context_lines : 0;
    a.erase(a.begin(), a.begin() + std::ptrdiff_t(skipped));
    b.erase(b.begin(), b.begin() + std::ptrdiff_t(skipped));

    std::string text;
    size_t shown = 0;
    std::vector<Edit> list = edits(a, b);
    for (size_t i = 0; i < list.size(); ++i) {
        if (!is_near_change(list, i))
            continue;
        if (++shown > shown_limit)
            return text + "    ...\n";
        text += std::string("    ") + list[i].mark + " " + std::string(list[i].line.substr(0, 300)) + "\n";
    }
    return text;
}

void remove_all(std::string& text, const std::string& part) {
    for (size_t at = text.find(part); at != text.npos; at = text.find(part, at))
        text.erase(at, part.size());
}

} // namespace script_tests
