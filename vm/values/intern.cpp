// SPDX-License-Identifier: MIT
//
// The table of interned strings and the index tables of non-ASCII strings.
#include "vm/values/intern.hpp"

#include "vm/text/utf8.hpp"

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

void InternTable::insert(Str* text) {
    if (m_used * 2 >= m_slots.size())
        grow();
    place(text);
    m_used++;
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
    for (const Slot& slot : m_slots)
        visitor.visit(slot.text);
    for (Str* character : latin1)
        visitor.visit(character);
    for (StrIndex& index : m_indices)
        index = {};
}

} // namespace ouro::vm
