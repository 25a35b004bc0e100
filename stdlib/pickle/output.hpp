// SPDX-License-Identifier: MIT
//
// The octets of a pickle being made, in frames from protocol 4 on: [FRAME, eight octets of length, instructions]. A
// frame ends at the first boundary between objects at which it is full; what is too large for one stands between
// frames.
#pragma once

#include "stdlib/pickle/opcodes.hpp"

#include "vm/model/core.hpp"

#include <cstring>
#include <memory>

namespace ouro::stdlib {

class PickleOutput {
public:
    static constexpr size_t FULL_FRAME = 64 * 1024;
    static constexpr size_t LARGEST_ITEM = 16; // of what put() takes: an instruction and its operand

    // `write`: called with what is complete; empty: everything is kept for finish().
    PickleOutput(vm::VM& vm, vm::Value write) : m_vm(vm), m_write(write), m_data(new char[FIRST_CAPACITY]) {}

    // From now on all stands in frames, until end().
    void begin_frames() { m_framing = true; }

    void put(Op op) {
        *room(1) = char(op);
        m_size++;
    }
    // An instruction and its operand, a number of `octets` octets in little-endian order.
    void put(Op op, uint64_t operand, unsigned octets) {
        char* to = room(LARGEST_ITEM);
        *to = char(op);
        std::memcpy(to + 1, &operand, sizeof operand);
        m_size += 1 + octets;
    }
    // An instruction, the length of `octets`, which is below 256, and these.
    void put_short(Op op, std::string_view octets) {
        char* to = room(octets.size() + 2);
        to[0] = char(op);
        to[1] = char(octets.size());
        std::memcpy(to + 2, octets.data(), octets.size());
        m_size += octets.size() + 2;
    }
    void append(std::string_view octets) {
        if (octets.empty())
            return;
        if (char* to = room(octets.size())) {
            std::memcpy(to, octets.data(), octets.size());
            m_size += octets.size();
        }
    }
    // An instruction whose operand is `count`, and so many octets, which `owner` (bytes, or empty) has. Many octets go
    // around the frames, and as they are to the file.
    vm::Result<void> put_payload(Op op, unsigned count_octets, std::string_view octets, vm::Value owner);
    // Between two objects. Raises what write() raises.
    vm::Result<void> boundary() {
        if (m_in_frame && m_size - m_frame_start >= FULL_FRAME + HEADER) [[unlikely]]
            return full_frame();
        return {};
    }
    // Ends the last frame, and writes what is left. MemoryError when octets had to be dropped.
    vm::Result<void> end();
    // After end(): the pickle.
    vm::Result<vm::Bytes*> finish() { return vm::make_bytes(m_vm, {m_data.get(), m_size}); }

private:
    static constexpr size_t FIRST_CAPACITY = 1024, HEADER = 9, SMALLEST_FRAME = 4;

    // Where `count` octets may be written; null when memory for many is refused, few always have room.
    char* room(size_t count) {
        if (m_capacity - m_size < count + HEADER) [[unlikely]] {
            if (!grow(count + HEADER))
                return nullptr;
        }
        if (m_framing && !m_in_frame) [[unlikely]]
            open_frame();
        return m_data.get() + m_size;
    }
    bool grow(size_t count);
    void open_frame();
    void close_frame();
    vm::Result<void> full_frame();
    vm::Result<void> flush();

    vm::VM& m_vm;
    vm::Value m_write;
    std::unique_ptr<char[]> m_data;
    size_t m_size = 0, m_capacity = FIRST_CAPACITY, m_frame_start = 0;
    bool m_framing = false, m_in_frame = false, m_failed = false;
};

} // namespace ouro::stdlib
