// SPDX-License-Identifier: MIT
//
// Frames, and where the octets go (PEP 3154, "Framing").
#include "stdlib/pickle/output.hpp"

#include <new>

namespace ouro::stdlib {

using namespace ouro::vm;

// When memory is refused, what was collected is dropped, so that there is always room for few octets; end() raises.
bool PickleOutput::grow(size_t count) {
    size_t wanted = (m_size + count) * 2;
    bool is_granted = !m_failed && !m_vm.heap.reserve(wanted).is_error();
    char* data = is_granted ? new (std::nothrow) char[wanted] : nullptr;
    if (data) {
        std::memcpy(data, m_data.get(), m_size);
        m_data.reset(data);
        m_capacity = wanted;
        return true;
    }
    m_failed = true;
    m_size = m_frame_start = 0;
    m_in_frame = m_framing = false;
    return count <= m_capacity;
}

void PickleOutput::open_frame() {
    m_frame_start = m_size;
    m_size += HEADER;
    m_in_frame = true;
}

void PickleOutput::close_frame() {
    if (!m_in_frame)
        return;
    m_in_frame = false;
    char* frame = m_data.get() + m_frame_start;
    uint64_t length = m_size - m_frame_start - HEADER;
    if (length >= SMALLEST_FRAME) {
        *frame = char(Op::Frame);
        std::memcpy(frame + 1, &length, sizeof length);
    } else { // not worth a header
        std::memmove(frame, frame + HEADER, length);
        m_size -= HEADER;
    }
}

Result<void> PickleOutput::flush() {
    Bytes* octets = TRY(make_bytes(m_vm, {m_data.get(), m_size}));
    m_size = 0;
    TRY(call(m_vm, m_write, {octets}));
    return {};
}

Result<void> PickleOutput::full_frame() {
    close_frame();
    return m_write ? flush() : Result<void>();
}

Result<void> PickleOutput::put_payload(Op op, unsigned count_octets, std::string_view octets, Value owner) {
    if (octets.size() < FULL_FRAME) {
        put(op, octets.size(), count_octets);
        append(octets);
        return {};
    }
    close_frame();
    bool framing = std::exchange(m_framing, false);
    put(op, octets.size(), count_octets);
    if (m_write) {
        TRY(flush());
        Value payload = owner ? owner : Value(TRY(make_bytes(m_vm, octets)));
        TRY(call(m_vm, m_write, {payload}));
    } else {
        append(octets);
    }
    m_framing = framing && !m_failed;
    return {};
}

Result<void> PickleOutput::end() {
    close_frame();
    m_framing = false;
    if (m_failed)
        return m_vm.memory_error();
    return m_write ? flush() : Result<void>();
}

} // namespace ouro::stdlib
