// SPDX-License-Identifier: MIT
//
// The table of interned strings, which does not keep them alive, and the index tables of non-ASCII strings.
#include "vm/values/intern.hpp"

#include "vm/text/utf8.hpp"

#include <new>

namespace ouro::vm {

InternTable::InternTable() : m_slots(FIRST_CAPACITY) {}

Str* InternTable::find(std::string_view text, uint32_t hash) const {
    size_t mask = m_slots.size() - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        const Slot& slot = m_slots[i];
        if (!slot.text)
            return nullptr;
        if (slot.hash == hash && slot.length == text.size() && slot.text->view() == text)
            return slot.text;
    }
}

void InternTable::place(Str* text) {
    size_t mask = m_slots.size() - 1;
    size_t i = text->aux & mask;
    while (m_slots[i].text)
        i = (i + 1) & mask;
    m_slots[i] = {text->aux, text->byte_length, text};
}

void InternTable::grow() {
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.text)
            place(slot.text);
    }
}

// Without memory for a larger table the old one takes more than it should. Each time the text is in it, and then
// std::bad_alloc tells the script; but only once in many, for the handler and the engine intern names, too.
void InternTable::insert(Str* text) {
    static constexpr size_t PATIENCE = 1024;
    bool is_refused = false;
    if (m_used * 2 >= m_slots.size()) {
        try {
            grow();
        } catch (const std::bad_alloc&) {
            if (m_used + 1 >= m_slots.size() / 16 * 15)
                throw;
            is_refused = m_used % PATIENCE == 0 || m_used * 2 == m_slots.size();
        }
    }
    place(text);
    text->flags |= Str::INTERNED;
    m_used++;
    m_young_is_complete &= m_young.push(text);
    if (is_refused)
        throw std::bad_alloc();
}

// Linear probing without tombstones: what follows in the same row moves up (Knuth 6.4, Algorithm R).
void InternTable::erase(size_t index) {
    size_t mask = m_slots.size() - 1;
    size_t hole = index;
    for (size_t i = (hole + 1) & mask; m_slots[i].text; i = (i + 1) & mask) {
        size_t home = m_slots[i].hash & mask;
        if (((i - home) & mask) >= ((i - hole) & mask)) {
            m_slots[hole] = m_slots[i];
            hole = i;
        }
    }
    m_slots[hole] = {};
    m_used--;
}

bool InternTable::drop_dead(const Heap& heap) {
    size_t before = m_used;
    for (size_t i = 0; i < m_slots.size(); i++) {
        while (m_slots[i].text && !heap.is_marked(m_slots[i].text))
            erase(i);
    }
    return m_used != before;
}

static void build_index(StrIndex& index, const Str* text) {
    constexpr size_t STRIDE = StrIndex::STRIDE;
    index.text = text;
    index.offsets.clear();
    index.offsets.reserve(text->length / STRIDE + 1);
    size_t offset = 0;
    for (size_t at = 0;; at += STRIDE) {
        index.offsets.push_back(uint32_t(offset));
        if (text->length - at < STRIDE)
            return;
        offset += utf8_prefix_bytes(text->data() + offset, STRIDE);
    }
}

const StrIndex& InternTable::index_of(const Str* text) {
    for (const StrIndex& index : m_indices) {
        if (index.text == text)
            return index;
    }
    StrIndex& index = m_indices[m_next_index];
    m_next_index = (m_next_index + 1) % INDEX_COUNT;
    build_index(index, text);
    return index;
}

void InternTable::visit(Visitor& visitor) {
    if (m_keepers || (!visitor.is_full() && !m_young_is_complete)) {
        for (const Slot& slot : m_slots)
            visitor.visit(slot.text);
    } else if (!visitor.is_full()) {
        for (Str* text : m_young)
            visitor.visit(text);
    }
    m_young.clear();
    m_young_is_complete = true;
    for (Str* character : latin1)
        visitor.visit(character);
    for (StrIndex& index : m_indices)
        index = {};
}

} // namespace ouro::vm
