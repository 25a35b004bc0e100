// SPDX-License-Identifier: MIT
//
// PointerList: a growing array of pointers that says so when there is no memory, for lists of the collector, which must
// work then, too.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace ouro::vm {

template <class T>
class PointerList {
public:
    PointerList() = default;
    ~PointerList() { std::free(m_items); }
    PointerList(const PointerList&) = delete;
    PointerList& operator=(const PointerList&) = delete;

    // False when there is no memory: then nothing was added.
    [[nodiscard]] bool push(T* item) {
        if (m_size == m_capacity && !grow()) [[unlikely]]
            return false;
        m_items[m_size++] = item;
        return true;
    }
    // Tries to have room for more than the next push. False when there isn't, though that may still succeed.
    [[nodiscard]] bool grow_ahead() { return m_capacity - m_size > AHEAD || grow(); }
    T* pop() { return m_items[--m_size]; }
    T* back() const { return m_items[m_size - 1]; }
    bool is_empty() const { return m_size == 0; }
    size_t size() const { return m_size; }
    T*& operator[](size_t index) { return m_items[index]; }
    T** begin() { return m_items; }
    T** end() { return m_items + m_size; }
    void clear() { m_size = 0; }
    void truncate(size_t size) { m_size = size; }
    // Removes the items for which `predicate` holds.
    template <class Predicate>
    void remove_if(Predicate predicate) {
        m_size = size_t(std::remove_if(begin(), end(), predicate) - begin());
    }
    // An empty list gives back memory that a large one took.
    void release_if_large() {
        if (m_size || m_capacity <= LARGE)
            return;
        std::free(m_items);
        m_items = nullptr;
        m_capacity = 0;
    }

private:
    static constexpr size_t AHEAD = 64;
    static constexpr size_t LARGE = 16 * 1024;

    bool grow() {
        size_t capacity = std::max<size_t>(2 * m_capacity, 16);
        void* items = std::realloc(static_cast<void*>(m_items), capacity * sizeof(T*));
        if (!items)
            return false;
        m_items = static_cast<T**>(items);
        m_capacity = capacity;
        return true;
    }

    T** m_items = nullptr;
    size_t m_size = 0;
    size_t m_capacity = 0;
};

} // namespace ouro::vm
