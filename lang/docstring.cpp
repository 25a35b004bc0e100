// SPDX-License-Identifier: MIT
//
// The cleaning of documentation strings.
#include "lang/docstring.hpp"

#include <algorithm>

namespace ouro::lang {

static std::string expand_tabs(std::string_view text) {
    std::string expanded;
    size_t column = 0;
    for (char c : text) {
        if (c == '\t') {
            size_t spaces = 8 - column % 8;
            expanded.append(spaces, ' ');
            column += spaces;
            continue;
        }
        expanded += c;
        column = c == '\n' || c == '\r' ? 0 : column + ((c & 0xC0) != 0x80);
    }
    return expanded;
}

static size_t indentation(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

// The smallest indentation of the lines after the first that are not blank.
static size_t shared_margin(std::string_view text) {
    size_t margin = std::string_view::npos;
    for (size_t start = text.find('\n'); start != std::string_view::npos; start = text.find('\n', start)) {
        start++;
        std::string_view line = text.substr(start, text.find('\n', start) - start);
        size_t spaces = indentation(line);
        if (spaces < line.size())
            margin = std::min(margin, spaces);
    }
    return margin == std::string_view::npos ? 0 : margin;
}

std::string clean_docstring(std::string_view original) {
    std::string text = expand_tabs(original);
    std::string_view rest = text;
    rest.remove_prefix(indentation(rest));
    size_t margin = shared_margin(rest);
    std::string clean;
    while (true) {
        size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            return clean.append(rest);
        clean.append(rest.substr(0, end + 1));
        rest.remove_prefix(end + 1);
        rest.remove_prefix(std::min(margin, indentation(rest)));
    }
}

} // namespace ouro::lang
