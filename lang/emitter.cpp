// SPDX-License-Identifier: MIT
//
// The emitter's bookkeeping: words and jumps, positions, handlers.
#include "lang/emitter.hpp"

#include <algorithm>

namespace ouro::lang {

using vm::Op;

// --- Words ----------------------------------------------------------------------------------------------------------

void Emitter::note_position() {
    int32_t column = int32_t(m_span.begin.column), end_column = int32_t(m_span.end.column);
    if (!m_lines.empty()) {
        const vm::LineEntry& last = m_lines.back();
        if (last.line == m_span.begin.line && last.end_line == m_span.end.line && last.column == column &&
            last.end_column == end_column)
            return;
    }
    m_lines.push_back({position(), m_span.begin.line, m_span.end.line, column, end_column});
}

void Emitter::append(uint32_t word) {
    if (!m_reachable || too_long())
        return;
    note_position();
    m_words.push_back(word);
}

void Emitter::append(uint32_t word, uint32_t x) {
    if (!m_reachable || too_long())
        return;
    note_position();
    m_words.push_back(word);
    m_words.push_back(x);
}

void Emitter::append_jump(const Operands& operands) {
    if (!m_reachable || too_long())
        return;
    Label& label = *operands.label;
    append(operands.word, 0);
    uint32_t end = position();
    if (label.m_position != Label::NOWHERE) {
        m_words.back() = label.m_position - end;
    } else {
        m_words.back() = label.m_last_jump;
        label.m_last_jump = (end - 1) * 2;
    }
    note_jump(label);
}

void Emitter::append_short_jump(const Operands& operands) {
    if (!m_reachable || too_long())
        return;
    if (m_has_long_jumps) {
        append_jump({uint32_t(Op::JumpFar), 0, operands.label});
        m_reachable = false;
        return;
    }
    Label& label = *operands.label;
    uint32_t end = position() + 1;
    if (label.m_position != Label::NOWHERE) {
        append(operands.word | (label.m_position - end) << 8);
    } else {
        append(operands.word | label.m_last_jump << 8);
        label.m_last_jump = (end - 1) * 2 + 1;
    }
    note_jump(label);
    m_reachable = false;
}

void Emitter::note_jump(Label& label) {
    if (label.m_reached)
        label.m_bound.intersect(m_bound);
    else
        label.m_bound = m_bound;
    label.m_reached = true;
}

void Emitter::put(Op op, uint32_t a, uint32_t b, uint32_t c) {
    append(vm::instruction::encode(op, a, b, c));
}

void Emitter::put_jump(Op op, uint32_t a, uint32_t b, uint32_t c, Label& target) {
    append_jump({vm::instruction::encode(op, a, b, c), 0, &target});
}

uint32_t Emitter::add_cache(vm::Str* name) {
    m_cache_names.push_back(name);
    return uint32_t(m_cache_names.size() - 1);
}

void Emitter::note_highest() {
    if (m_highest <= REGISTER_LIMIT && m_next > REGISTER_LIMIT)
        m_overflow_span = m_span;
    m_highest = m_next;
}

Reg Emitter::allocate_far(size_t count) {
    if (count > FAR_LIMIT - m_far_next) { // reported like registers that run out
        m_next = REGISTER_LIMIT + 1;
        note_highest();
        return REGISTER_LIMIT;
    }
    Reg first = m_far_next;
    m_far_next += Reg(count);
    m_far_highest = std::max(m_far_highest, m_far_next);
    return first;
}

void Emitter::need_clear(Reg reg) {
    m_clear_from = std::min(m_clear_from, reg);
    m_clear_to = std::max(m_clear_to, reg + 1);
}

// --- Labels ---------------------------------------------------------------------------------------------------------

void Emitter::place(Label& label) {
    label.m_position = position();
    for (uint32_t jump = label.m_last_jump; jump != 0;) {
        uint32_t word = jump / 2;
        uint32_t distance = label.m_position - (word + 1);
        if (jump & 1) {
            jump = m_words[word] >> 8;
            m_words[word] = (m_words[word] & 0xFF) | distance << 8;
        } else {
            jump = m_words[word];
            m_words[word] = distance;
        }
    }
    if (!label.m_reached)
        return;
    if (m_reachable)
        m_bound.intersect(label.m_bound);
    else
        m_bound = label.m_bound;
    m_reachable = true;
}

void Emitter::place_top(Label& label) {
    label.m_position = position();
}

// --- Handlers -------------------------------------------------------------------------------------------------------

Region& Emitter::open_region(Reg exception, const BoundSet& bound) {
    Region& region = m_all_regions.emplace_back();
    region.exception = exception;
    region.bound = bound;
    region.outer_floor = std::exchange(m_spill_floor, m_next);
    m_regions.push_back(&region);
    reopen(region);
    return region;
}

void Emitter::suspend(Region& region) {
    if (!region.is_open)
        return;
    region.is_open = false;
    if (region.start == position())
        return;
    region.is_used = true;
    m_covered.push_back({region.start, position(), &region});
}

void Emitter::reopen(Region& region) {
    region.is_open = true;
    region.start = position();
}

void Emitter::close_region(Region& region) {
    suspend(region);
    m_spill_floor = region.outer_floor;
    m_regions.pop_back();
}

void Emitter::enter_handler(Region& region) {
    region.target = position();
    m_reachable = region.is_used;
    m_bound = region.bound;
}

void Emitter::cover(uint32_t start, const std::vector<Region*>& regions) {
    if (start == position())
        return;
    for (auto region = regions.rbegin(); region != regions.rend(); ++region)
        m_covered.push_back({start, position(), *region});
}

// --- The end --------------------------------------------------------------------------------------------------------

void Emitter::finish(vm::CodeParts& parts) {
    parts.register_count = m_far_highest > REGISTER_LIMIT ? m_far_highest : m_highest;
    if (m_clear_to > m_clear_from) {
        parts.clear_from = m_clear_from;
        parts.clear_to = m_clear_to;
    }
    parts.words = std::move(m_words);
    parts.constants = m_constants.values();
    parts.cache_names = std::move(m_cache_names);
    parts.lines = std::move(m_lines);
    for (const Covered& covered : m_covered)
        parts.handlers.push_back({covered.start, covered.end, covered.region->target, covered.region->exception});
}

} // namespace ouro::lang
