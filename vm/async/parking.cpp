// SPDX-License-Identifier: MIT
//
// Standing in line, and sleeping there.
#include "vm/async/parking.hpp"

#include "vm/async/clock.hpp"
#include "vm/blocking.hpp"
#include "vm/futex.hpp"
#include "vm/vm.hpp"

#include <optional>

namespace ouro::vm {

size_t ParkingLine::size() const {
    size_t count = 0;
    for (Parked* parked = m_first; parked; parked = parked->m_next)
        count++;
    return count;
}

Parked* ParkingLine::take_first() {
    Parked* first = m_first;
    if (!first)
        return nullptr;
    m_first = first->m_next;
    if (!m_first)
        m_last = nullptr;
    first->m_line = nullptr;
    first->m_is_woken = true;
    first->m_thread.is_idle = false;
    first->wake(); // it is there until it has the VM again
    return first;
}

bool ParkingLine::unpark() { return take_first() != nullptr; }

void ParkingLine::give() {
    if (Parked* first = take_first())
        first->m_is_given = true;
}

void ParkingLine::unpark_all() {
    while (unpark()) {
    }
}

Parked::Parked(VM& vm, ParkingLine& line, Place place) : m_vm(vm), m_thread(*vm.thread), m_line(&line) {
    if (place == Place::Front) {
        m_next = line.m_first;
        line.m_first = this;
    } else {
        (line.m_last ? line.m_last->m_next : line.m_first) = this;
    }
    if (!m_next)
        line.m_last = this;
}

Parked::~Parked() { leave(); }

void Parked::leave() {
    if (!m_line)
        return;
    Parked* before = nullptr;
    Parked** place = &m_line->m_first;
    while (*place != this) {
        before = *place;
        place = &before->m_next;
    }
    *place = m_next;
    if (m_line->m_last == this)
        m_line->m_last = before;
    m_line = nullptr;
}

void Parked::wake() {
    m_word.store(1, std::memory_order_release);
    futex_wake(&m_word, 1);
}

Result<bool> Parked::wait(int64_t deadline) {
    WakeSlot::Wait wait(m_vm.wake_slot, m_vm.thread == m_vm.main_thread.get() ? this : nullptr);
    return wait_until(deadline);
}

// Reasons to look are taken before they are looked at, so none is missed.
Result<bool> Parked::wait_until(int64_t deadline) {
    for (;;) {
        if (m_vm.safepoint.load(std::memory_order_relaxed))
            TRY(m_vm.handle_safepoint());
        if (m_is_woken)
            return true;
        int64_t left = deadline == FOR_EVER ? -1 : deadline - monotonic_nanoseconds(m_vm);
        if (deadline != FOR_EVER && left <= 0) {
            leave();
            return false;
        }
        if (left > 0 && time_may_jump(m_vm))
            advance_virtual_clock(m_vm, left); // nobody else lets it pass
        else
            sleep(left);
        m_word.exchange(0, std::memory_order_acquire);
    }
}

void Parked::sleep(int64_t nanoseconds) {
    std::optional<IdleScope> idle;
    if (nanoseconds < 0)
        idle.emplace(m_thread, nullptr);
    BlockingScope scope(m_vm);
    if (!spin_until([this] { return m_word.load(std::memory_order_relaxed) != 0; }))
        futex_wait(m_word, 0, nanoseconds);
}

int64_t deadline_after(VM& vm, double seconds) {
    int64_t deadline;
    if (__builtin_add_overflow(monotonic_nanoseconds(vm), to_nanoseconds(seconds), &deadline))
        return Parked::FOR_EVER;
    return deadline;
}

} // namespace ouro::vm
