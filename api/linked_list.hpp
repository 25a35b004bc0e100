// SPDX-License-Identifier: MIT
//
// A list that owns nothing, whose links (`links`) stand in its items: they leave it in constant time.
#pragma once

#include "ouro/function.hpp"

namespace ouro::detail {

template <class T>
class LinkedList {
public:
    T* first() const { return m_first; }
    void add(T& item) {
        item.links = {nullptr, m_first};
        if (m_first)
            m_first->links.previous = &item;
        m_first = &item;
    }
    void remove(T& item) {
        auto [previous, next] = item.links;
        (previous ? previous->links.next : m_first) = next;
        if (next)
            next->links.previous = previous;
        item.links = {};
    }

private:
    T* m_first = nullptr;
};

} // namespace ouro::detail
