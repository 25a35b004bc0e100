// SPDX-License-Identifier: MIT
//
// Decoding of source files: byte order mark, PEP 263 cookie, line ends; and the line index.
#include "lang/source.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <utf8proc.h>

namespace ouro::lang {

namespace {

constexpr size_t PADDING = 16;
constexpr size_t MAXIMUM_BYTES = UINT32_MAX - PADDING - 1;
constexpr std::string_view BYTE_ORDER_MARK = "\xef\xbb\xbf";

enum class Encoding : uint8_t { Utf8, Latin1, Ascii };

SyntaxError plain_error(std::string message) {
    return {SyntaxError::Type::SyntaxError, std::move(message), Span{{0, 0}, {0, 0}}};
}

bool is_cookie_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
           c == '.';
}

// The encoding that a comment line names, or nothing. PEP 263: `coding[:=]\s*([-_.a-zA-Z0-9]+)`.
std::string_view cookie_in_line(std::string_view line) {
    size_t hash = line.find_first_not_of(" \t\f");
    if (hash == line.npos || line[hash] != '#')
        return {};
    for (size_t at = line.find("coding", hash); at != line.npos; at = line.find("coding", at + 1)) {
        size_t begin = at + 6;
        if (begin >= line.size() || (line[begin] != ':' && line[begin] != '='))
            continue;
        begin = std::min(line.find_first_not_of(" \t", begin + 1), line.size());
        size_t end = begin;
        while (end < line.size() && is_cookie_character(line[end]))
            ++end;
        if (end > begin)
            return line.substr(begin, end - begin);
    }
    return {};
}

// The cookie of the first two lines; the second counts only if the first is blank or a comment.
std::string_view find_cookie(std::string_view text) {
    for (int number = 0; number < 2; ++number) {
        size_t end = std::min(text.find_first_of("\r\n"), text.size());
        std::string_view line = text.substr(0, end);
        std::string_view cookie = cookie_in_line(line);
        if (!cookie.empty())
            return cookie;
        size_t first = line.find_first_not_of(" \t\f");
        if (first != line.npos && line[first] != '#')
            return {};
        text.remove_prefix(std::min(end + (text.substr(end, 2) == "\r\n" ? 2 : 1), text.size()));
    }
    return {};
}

std::string normalized_encoding(std::string_view name) {
    std::string normal;
    for (char c : name)
        normal += c == '_' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return normal;
}

bool names_encoding(std::string_view name, std::initializer_list<std::string_view> aliases) {
    return std::find(aliases.begin(), aliases.end(), name) != aliases.end();
}

std::variant<Encoding, SyntaxError> encoding_of(std::string_view cookie, bool has_mark) {
    std::string name = normalized_encoding(cookie);
    if (name.empty() || name.starts_with("utf-8-") || names_encoding(name, {"utf-8", "utf8", "u8", "utf", "cp65001"}))
        return Encoding::Utf8;
    bool is_latin1 = names_encoding(name, {"latin-1", "iso-8859-1", "iso-latin-1", "latin1", "latin", "l1", "iso8859-1",
                                           "8859", "cp819", "iso-8859-1-1987", "iso-ir-100", "ibm819"}) ||
                     name.starts_with("latin-1-") || name.starts_with("iso-8859-1-") ||
                     name.starts_with("iso-latin-1-");
    bool is_ascii = names_encoding(name, {"ascii", "us-ascii", "646", "us", "iso646-us", "ansi-x3.4-1968"});
    if (has_mark && (is_latin1 || is_ascii))
        return plain_error(fmt::format("encoding problem: {} with BOM", is_latin1 ? "iso-8859-1" : name));
    if (is_latin1)
        return Encoding::Latin1;
    if (is_ascii)
        return Encoding::Ascii;
    return plain_error(fmt::format("unknown encoding: {}", cookie));
}

// The offset of the first byte that is not well-formed UTF-8, or npos.
size_t find_invalid_utf8(std::string_view bytes) {
    auto data = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
    size_t at = 0;
    while (at < bytes.size()) {
        uint64_t word;
        if (at + sizeof word <= bytes.size() &&
            (std::memcpy(&word, data + at, sizeof word), !(word & 0x8080808080808080))) {
            at += sizeof word;
            continue;
        }
        utf8proc_int32_t code_point;
        auto length = utf8proc_iterate(data + at, static_cast<utf8proc_ssize_t>(bytes.size() - at), &code_point);
        if (length <= 0)
            return at;
        at += static_cast<size_t>(length);
    }
    return std::string_view::npos;
}

std::string latin1_to_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (char c : bytes) {
        auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xc0 | byte >> 6);
            text += static_cast<char>(0x80 | (byte & 0x3f));
        }
    }
    return text;
}

uint32_t line_of_offset(std::string_view text, size_t offset) {
    uint32_t line = 1;
    for (size_t i = 0; i < offset; ++i)
        line += text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n");
    return line;
}

SyntaxError invalid_utf8(std::string_view bytes, size_t offset, const std::string& filename) {
    return plain_error(fmt::format("Non-UTF-8 code starting with '\\x{:02x}' in file {} on line {}, but no encoding "
                                   "declared; see https://peps.python.org/pep-0263/ for details",
                                   static_cast<unsigned char>(bytes[offset]), filename, line_of_offset(bytes, offset)));
}

} // namespace

std::variant<Source, SyntaxError> Source::decode(std::string_view bytes, std::string filename) {
    bool has_mark = bytes.starts_with(BYTE_ORDER_MARK);
    if (has_mark)
        bytes.remove_prefix(BYTE_ORDER_MARK.size());
    auto encoding = encoding_of(find_cookie(bytes), has_mark);
    if (auto* error = std::get_if<SyntaxError>(&encoding))
        return std::move(*error);
    if (size_t nul = bytes.find('\0'); nul != bytes.npos) {
        Position position{line_of_offset(bytes, nul), NO_COLUMN};
        return SyntaxError{{}, "source code cannot contain null bytes", {position, position}};
    }
    switch (std::get<Encoding>(encoding)) {
    case Encoding::Utf8:
        if (size_t bad = find_invalid_utf8(bytes); bad != bytes.npos)
            return invalid_utf8(bytes, bad, filename);
        return make(bytes, std::move(filename));
    case Encoding::Ascii:
        for (size_t i = 0; i < bytes.size(); ++i) {
            auto byte = static_cast<unsigned char>(bytes[i]);
            if (byte >= 0x80)
                return plain_error(fmt::format(
                    "'ascii' codec can't decode byte 0x{:02x} in position {}: ordinal not in range(128)", byte, i));
        }
        return make(bytes, std::move(filename));
    case Encoding::Latin1:
        break;
    }
    return make(latin1_to_utf8(bytes), std::move(filename));
}

std::variant<Source, SyntaxError> Source::from_text(std::string_view utf8, std::string filename) {
    if (utf8.find('\0') != utf8.npos)
        return plain_error("source code string cannot contain null bytes");
    if (size_t bad = find_invalid_utf8(utf8); bad != utf8.npos)
        return invalid_utf8(utf8, bad, filename);
    return make(utf8, std::move(filename));
}

std::variant<Source, SyntaxError> Source::make(std::string_view utf8, std::string filename) {
    if (utf8.size() > MAXIMUM_BYTES)
        return plain_error("source code is larger than 4 GB, which is not supported by Ouro");
    Source source;
    source.m_filename = std::move(filename);
    source.m_text = std::make_unique_for_overwrite<char[]>(utf8.size() + 1 + PADDING);
    char* out = source.m_text.get();
    while (!utf8.empty()) {
        size_t run = std::min(utf8.find('\r'), utf8.size());
        std::memcpy(out, utf8.data(), run);
        out += run;
        utf8.remove_prefix(run);
        if (!utf8.empty()) {
            *out++ = '\n';
            utf8.remove_prefix(utf8.starts_with("\r\n") ? 2 : 1);
        }
    }
    source.m_ended_in_newline = out == source.m_text.get() || out[-1] == '\n';
    if (!source.m_ended_in_newline)
        *out++ = '\n';
    std::memset(out, 0, PADDING);
    source.m_size = static_cast<size_t>(out - source.m_text.get());
    source.index_lines();
    return source;
}

void Source::index_lines() {
    const char* begin = m_text.get();
    const char* end = begin + m_size;
    for (const char* at = begin; at < end;) {
        m_line_starts.push_back(static_cast<uint32_t>(at - begin));
        at = static_cast<const char*>(std::memchr(at, '\n', static_cast<size_t>(end - at))) + 1;
    }
}

size_t Source::line_start(uint32_t number) const {
    if (number == 0)
        return 0;
    return number > m_line_starts.size() ? m_size : m_line_starts[number - 1];
}

std::string_view Source::line(uint32_t number) const {
    if (number == 0 || number > m_line_starts.size())
        return {};
    size_t begin = line_start(number);
    return {m_text.get() + begin, line_start(number + 1) - 1 - begin};
}

size_t Source::offset(Position position) const {
    size_t length = line(position.line).size();
    return line_start(position.line) + std::min<size_t>(position.column, length);
}

} // namespace ouro::lang
