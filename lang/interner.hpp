// SPDX-License-Identifier: MIT
//
// A hash table in front of the Arena's names, so that a name that was seen before costs the lexer no allocation.
#pragma once

#include "lang/ast.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ouro::lang {

class Interner {
public:
    explicit Interner(Arena& arena) : m_arena(arena), m_slots(INITIAL_SLOTS) {}

    Name intern(std::string_view text) {
        uint32_t hash = hash_of(text);
        size_t mask = m_slots.size() - 1;
        for (size_t at = hash & mask;; at = (at + 1) & mask) {
            Slot& slot = m_slots[at];
            if (!slot.name) {
                slot = {m_arena.name(text), hash};
                Name name = slot.name;
                if (++m_used * 2 > m_slots.size())
                    grow();
                return name;
            }
            if (slot.hash == hash && *slot.name == text)
                return slot.name;
        }
    }

private:
    struct Slot {
        Name name = nullptr;
        uint32_t hash = 0;
    };

    static uint32_t hash_of(std::string_view text) {
        uint64_t hash = text.size();
        while (text.size() >= 8) {
            uint64_t word;
            std::memcpy(&word, text.data(), 8);
            hash = mix(hash ^ word);
            text.remove_prefix(8);
        }
        uint64_t rest = 0;
        std::memcpy(&rest, text.data(), text.size());
        hash = mix(hash ^ rest);
        return static_cast<uint32_t>(hash >> 32);
    }
    static uint64_t mix(uint64_t value) {
        value *= 0x9e3779b97f4a7c15;
        return value ^ value >> 29;
    }

    void grow() {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        size_t mask = m_slots.size() - 1;
        for (const Slot& slot : old) {
            if (!slot.name)
                continue;
            size_t at = slot.hash & mask;
            while (m_slots[at].name)
                at = (at + 1) & mask;
            m_slots[at] = slot;
        }
    }

    static constexpr size_t INITIAL_SLOTS = 256; // a power of two, as all sizes
    Arena& m_arena;
    std::vector<Slot> m_slots;
    size_t m_used = 0;
};

} // namespace ouro::lang
