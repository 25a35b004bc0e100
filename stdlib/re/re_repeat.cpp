// SPDX-License-Identifier: MIT
//
// Repetitions as PCRE2 can take them. It counts with 16 bits, and repeats a group by copying it into the compiled
// pattern, which is at most some 64K long. Higher counts are written as blocks: `x{100000}` as `x{65535}x{34465}`, and
// a group's block is a subroutine, defined behind the pattern: `(?:ab){70000}` as `(?&R2){14}(?&R1){..}(?:ab){..}`.
//
// What follows must be tried in the same order as after a plain repetition. An exact number of rounds may be cut
// anywhere. Optional rounds may be cut into blocks only where a round can match in one way; then the order among ways
// to reach one total does not matter.
#include "stdlib/re/re_parser.hpp"

#include <algorithm>

namespace ouro::vm::re {

static constexpr uint64_t MOST_COUNTED = 65535;
static constexpr uint64_t EXPANDED_BYTES = 4000;         // of text that is repeated by copying
static constexpr uint64_t ENDLESS = uint64_t(1) << 31;   // no text has so many characters

static std::string counted(const std::string& part, uint64_t low, uint64_t high) {
    return part + "{" + std::to_string(low) + "," + std::to_string(high) + "}";
}

// A reference to `part`, which stands behind the pattern and captures nothing that anybody reads.
std::string Parser::define(const std::string& part) {
    std::string name = "R" + std::to_string(++m_definition_count);
    m_definitions += "(?<" + name + ">(?^";
    append_flags(m_definitions, m_flags);
    m_definitions += ":" + part + "))";
    return "(?&" + name + ")";
}

// `part` so many times; without captures where it is `copied`.
std::string Parser::exactly(const std::string& part, uint64_t count, bool copied) {
    if (count == 0)
        return "";
    if (count <= MOST_COUNTED && (!copied || part.size() * count <= EXPANDED_BYTES))
        return counted(part, count, count);
    if (!copied)
        return exactly("(?:" + counted(part, MOST_COUNTED, MOST_COUNTED) + ")", count / MOST_COUNTED, true) +
               exactly(part, count % MOST_COUNTED, false);
    uint64_t block = std::max<uint64_t>(EXPANDED_BYTES / part.size(), 2);
    if (count <= block)
        return counted(part, count, count);
    std::string reference = define(counted(part, block, block));
    return exactly(reference, count / block, true) + exactly(part, count % block, true);
}

// Up to so many rounds of `part`, which matches in one way only. `last` is the same, with its captures.
std::string Parser::at_most(const std::string& part, const std::string& last, uint64_t least, uint64_t most,
                            const std::string& mode, bool copied) {
    uint64_t block = copied ? std::max<uint64_t>(EXPANDED_BYTES / part.size() / 2, 2) : MOST_COUNTED / 2;
    if (most / block < 2)
        return counted(last, least, most) + mode;
    std::string blocks = "(?:" + exactly(part, block, copied) + ")";
    if (copied)
        blocks = define(blocks);
    uint64_t further = (most - least) / block - 1;
    return counted(blocks, 0, further) + mode + counted(last, least, most - further * block) + mode;
}

// Nothing in it can be matched in several ways: characters, escapes and classes in a group.
static bool is_plain(const std::string& part) {
    bool in_class = false;
    for (size_t i = part.starts_with("(?:") ? 3 : 1; i + 1 < part.size(); i++) {
        if (part[i] == '\\' && i + 2 < part.size())
            i += part[i + 1] == 'x' && part[i + 2] == '{' ? part.find('}', i) - i : 1;
        else if (part[i] == '[')
            in_class = true;
        else if (part[i] == ']')
            in_class = false;
        else if (!in_class && std::string_view("|*+?{(").find(part[i]) != std::string_view::npos)
            return false;
    }
    return true;
}

// Writes the item's repetition; `mode` is "", "?" or "+".
bool Parser::emit_repeat(const Item& item, uint64_t low, uint64_t high, const std::string& mode) {
    std::string last = m_result.text.substr(item.text);
    bool copied = last[0] == '(' || last.starts_with("\\g");
    uint64_t counted_rounds = high == Width::LIMIT ? low : high;
    if (item.width.most == 0) // looks around: once is like often
        low = std::min(low, MOST_COUNTED), high = high == Width::LIMIT ? high : std::min(high, MOST_COUNTED);
    else if (counted_rounds > MOST_COUNTED || (copied && counted_rounds * last.size() > EXPANDED_BYTES))
        return emit_blocks(item, low, high, mode, copied);
    emit("{" + std::to_string(low) + "," + (high == Width::LIMIT ? "" : std::to_string(high)) + "}" + mode);
    return true;
}

bool Parser::emit_blocks(const Item& item, uint64_t low, uint64_t high, const std::string& mode, bool copied) {
    std::string last = m_result.text.substr(item.text), part = last;
    size_t captures = m_group_widths.size() - item.first_group;
    bool is_capture = captures == 1 && last[0] == '(' && last[1] != '?';
    bool endless = high >= ENDLESS;
    // Rounds that captures survive from cannot be hidden in a subroutine; nor optional ones that match in many ways.
    bool can = captures == 0 || is_capture;
    if (is_capture)
        part = "(?:" + last.substr(1);
    if (!endless && high != low && copied && (high - low) * part.size() > EXPANDED_BYTES && !is_plain(part))
        can = false;
    if (!can) { // Differs: CPython counts any rounds.
        if (high > MOST_COUNTED && (low > MOST_COUNTED || !endless)) {
            m_result.fault = {Fault::Overflow, "the repetition number is too large", 0};
            return false;
        }
        emit("{" + std::to_string(low) + "," + (high == Width::LIMIT ? "" : std::to_string(high)) + "}" + mode);
        return true;
    }
    m_result.text.resize(item.text);
    const std::string way = mode == "+" ? "" : mode;
    uint64_t apart = is_capture ? 1 : 0; // the last round stands for itself
    std::string rounds = exactly(part, low > apart ? low - apart : 0, copied);
    if (endless)
        rounds += last + (apart ? "+" : "*") + way;
    else if (apart || high > low)
        rounds += at_most(part, last, apart, high - std::max(low, apart) + apart, way, copied);
    bool is_optional = apart && low == 0;
    if (mode == "+")
        emit("(?>" + rounds + ")" + (is_optional ? "?+" : ""));
    else
        emit(is_optional ? "(?:" + rounds + ")?" + way : rounds);
    return true;
}

} // namespace ouro::vm::re
