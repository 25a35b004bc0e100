// SPDX-License-Identifier: MIT
//
// A stable merge sort of trivially copyable elements: natural runs, extended by binary insertion, merged in the order
// that powersort (Munro and Wild 2018) finds nearly optimal. What two runs already have in place is not merged at all,
// so sorted and nearly sorted input costs one pass.
//
// The comparison may fail (script code raised) and may run the collector: at every comparison all elements stand either
// in `data` or in `spare`, so whoever traces both traces all of them.
#pragma once

#include "vm/model/core.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace ouro::vm {

// Sorts in place; stable. `key` may be empty. ValueError "list modified during sort".
Result<void> list_sort(VM& vm, List& list, Value key, bool reverse);

// Less: bool operator()(const Element&, const Element&), false also once failed(); failed() ends the sort early, with
// the elements in some order.
template <class Element, class Less>
class MergeSort {
public:
    // `spare` has room for half of the elements.
    MergeSort(Element* data, size_t count, Element* spare, Less& less)
        : m_data(data), m_count(count), m_spare(spare), m_less(less) {}

    void run() {
        if (m_count < 2)
            return;
        size_t shortest = shortest_run(m_count);
        for (size_t start = 0; start < m_count && !m_less.failed();) {
            size_t length = natural_run(start);
            if (length < shortest) {
                size_t forced = std::min(shortest, m_count - start);
                insert_sorted(start, start + length, start + forced);
                length = forced;
            }
            push_run(start, length);
            start += length;
        }
        while (m_run_count > 1 && !m_less.failed())
            merge_top();
    }

private:
    struct Run {
        size_t start, length;
        unsigned power; // depth in the merge tree of the boundary to the run on its right
    };
    static constexpr size_t LONGEST_FORCED_RUN = 32;

    // Between 16 and 32, so that count / shortest is at most a little below a power of two.
    static size_t shortest_run(size_t count) {
        size_t rest = 0;
        while (count >= LONGEST_FORCED_RUN) {
            rest |= count & 1;
            count >>= 1;
        }
        return count + rest;
    }

    // The length of the ascending run at `start`; a strictly descending one is reversed (strictly: that keeps it
    // stable).
    size_t natural_run(size_t start) {
        size_t end = start + 1;
        if (end == m_count)
            return 1;
        if (m_less(m_data[end], m_data[start])) {
            for (end++; end < m_count && m_less(m_data[end], m_data[end - 1]);)
                end++;
            std::reverse(m_data + start, m_data + end);
        } else {
            for (end++; end < m_count && !m_less(m_data[end], m_data[end - 1]) && !m_less.failed();)
                end++;
        }
        return end - start;
    }

    // [start, sorted_end) is sorted; inserts the elements up to `end` one by one.
    void insert_sorted(size_t start, size_t sorted_end, size_t end) {
        for (size_t i = sorted_end; i < end && !m_less.failed(); i++) {
            Element pivot = m_data[i];
            size_t place = upper_bound(m_data + start, i - start, pivot) + start;
            std::copy_backward(m_data + place, m_data + i, m_data + i + 1);
            m_data[place] = pivot;
        }
    }

    // How many of the sorted elements are not greater than `pivot`, and how many are less.
    size_t upper_bound(const Element* elements, size_t count, const Element& pivot) {
        size_t low = 0;
        while (low < count) {
            size_t middle = low + (count - low) / 2;
            if (m_less(pivot, elements[middle]))
                count = middle;
            else
                low = middle + 1;
        }
        return low;
    }
    size_t lower_bound(const Element* elements, size_t count, const Element& pivot) {
        size_t low = 0;
        while (low < count) {
            size_t middle = low + (count - low) / 2;
            if (m_less(elements[middle], pivot))
                low = middle + 1;
            else
                count = middle;
        }
        return low;
    }

    // The depth at which the midpoints of two neighbouring runs part in a perfectly balanced binary tree over [0,
    // count).
    unsigned boundary_power(const Run& left, size_t right_length) const {
        using Wide = unsigned __int128;
        Wide a = Wide(2 * left.start + left.length) << 62;
        Wide b = Wide(2 * (left.start + left.length) + right_length) << 62;
        uint64_t x = uint64_t(a / m_count), y = uint64_t(b / m_count);
        return unsigned(std::countl_zero(x ^ y));
    }

    void push_run(size_t start, size_t length) {
        if (m_run_count) {
            unsigned power = boundary_power(m_runs[m_run_count - 1], length);
            while (m_run_count > 1 && m_runs[m_run_count - 2].power > power && !m_less.failed())
                merge_top();
            m_runs[m_run_count - 1].power = power;
        }
        m_runs[m_run_count++] = {start, length, 0};
    }

    void merge_top() {
        Run& left = m_runs[m_run_count - 2];
        Run right = m_runs[m_run_count - 1];
        merge(left.start, left.length, right.length);
        left.length += right.length;
        left.power = 0;
        m_run_count--;
    }

    // Merges two neighbouring sorted runs. First what is in place already is cut off at both ends.
    void merge(size_t start, size_t left_length, size_t right_length) {
        Element* left = m_data + start;
        Element* right = left + left_length;
        size_t skipped = upper_bound(left, left_length, *right);
        left += skipped;
        left_length -= skipped;
        if (left_length == 0 || m_less.failed())
            return;
        right_length = lower_bound(right, right_length, left[left_length - 1]);
        if (right_length == 0 || m_less.failed())
            return;
        if (left_length <= right_length)
            merge_forward(left, left_length, right, right_length);
        else
            merge_backward(left, left_length, right, right_length);
    }

    // The shorter left run is moved to the spare space; the gap it leaves is filled from the front.
    void merge_forward(Element* left, size_t left_length, Element* right, size_t right_length) {
        std::copy_n(left, left_length, m_spare);
        const Element* from = m_spare;
        const Element* from_end = m_spare + left_length;
        Element* right_end = right + right_length;
        Element* target = left;
        while (from != from_end && right != right_end) {
            if (m_less(*right, *from))
                *target++ = *right++;
            else
                *target++ = *from++;
            if (m_less.failed())
                break;
        }
        std::copy(from, from_end, target); // what is left of the right run is in place already
    }

    void merge_backward(Element* left, size_t left_length, Element* right, size_t right_length) {
        std::copy_n(right, right_length, m_spare);
        const Element* from = m_spare + right_length;
        Element* left_end = left + left_length;
        Element* target = right + right_length;
        while (from != m_spare && left_end != left) {
            if (m_less(from[-1], left_end[-1]))
                *--target = *--left_end;
            else
                *--target = *--from;
            if (m_less.failed())
                break;
        }
        std::copy_backward(static_cast<const Element*>(m_spare), from, target);
    }

    Element* m_data;
    size_t m_count;
    Element* m_spare;
    Less& m_less;
    Run m_runs[68];
    size_t m_run_count = 0;
};

} // namespace ouro::vm
