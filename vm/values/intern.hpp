// SPDX-License-Identifier: MIT
//
// InternTable: what a VM keeps about its strings: the interned ones, one-character strings, and the index tables of
// non-ASCII strings that were indexed lately. Interned strings live as long as the VM.
#pragma once

#include "vm/values/str.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ouro::vm {

// Byte offsets of every 64th code point of one string.
struct StrIndex {
    static constexpr size_t STRIDE = 64;
    const Str* text = nullptr;
    std::vector<uint32_t> offsets;
};

struct InternTable {
    InternTable();

    // The interned string with this text, or null.
    Str* find(std::string_view text, uint32_t hash) const;
    // `text` must not be in the table. std::bad_alloc when the system refuses a larger one, mostly after `text` was
    // entered all the same.
    void insert(Str* text);
    // The index table of a non-ASCII string, built when it is not at hand.
    const StrIndex& index_of(const Str* text);
    // The strings of which `latin1` knows are roots, in a young collection also those that are new since the last one,
    // and all while somebody keeps them (KeepInterned). The index tables are forgotten: the cells of their strings may
    // be given away.
    void visit(Visitor& visitor);
    // After the marking of a full collection: forgets the dead. True when there were some.
    bool drop_dead(const Heap& heap);
    size_t size() const { return m_used; }

    Str* latin1[256] = {}; // one-character strings, made when first asked for

private:
    struct Slot {
        uint32_t hash;
        uint32_t length;
        Str* text;
    };
    static constexpr size_t FIRST_CAPACITY = 1024;
    static constexpr size_t INDEX_COUNT = 4;

    friend class KeepInterned;
    void grow();
    void place(Str* text);
    void erase(size_t index);

    std::vector<Slot> m_slots; // a power of two; linear probing
    size_t m_used = 0;
    PointerList<Str> m_young; // interned since the last collection
    bool m_young_is_complete = true;
    unsigned m_keepers = 0;
    StrIndex m_indices[INDEX_COUNT];
    size_t m_next_index = 0; // the one to be replaced next
};

// While it lives, interned strings are not collected: for those who hold them where the collector doesn't look.
class KeepInterned {
public:
    explicit KeepInterned(InternTable& table) : m_table(table) { m_table.m_keepers++; }
    ~KeepInterned() { m_table.m_keepers--; }
    KeepInterned(const KeepInterned&) = delete;
    KeepInterned& operator=(const KeepInterned&) = delete;

private:
    InternTable& m_table;
};

} // namespace ouro::vm
