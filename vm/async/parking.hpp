// SPDX-License-Identifier: MIT
//
// ParkingLine: threads that wait until another one, holding the VM, lets them go on. It is what locks, conditions,
// events and joins are made of:
//
//      Parked parked(vm, self.line);                    // in line now: no unpark() from here on is missed
//      bool is_woken = TRY(parked.wait(deadline));      // gives up the VM meanwhile
//
// Lines and what stands in them change under the VM's lock alone. A place in line lies on the native stack of the
// thread that waits, which nobody frees: a thread may still sleep when its VM has ended (vm/thread.hpp).
#pragma once

#include "vm/result.hpp"
#include "vm/wake_slot.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace ouro::vm {

class Parked;
class VM;
struct Thread;

// Zeroed memory is an empty line, so it may be a part of a heap object.
class ParkingLine {
public:
    bool is_empty() const { return !m_first; }
    size_t size() const;
    // The first in line goes on; false when there is none.
    bool unpark();
    // The same, and it is told that what it waits for is its own (Parked::is_given).
    void give();
    void unpark_all();
    // In a forked process: the threads that stand here are not in it.
    void forget() { m_first = m_last = nullptr; }

private:
    friend class Parked;
    Parked* take_first();

    Parked* m_first;
    Parked* m_last;
};

class Parked final : public WakeHandle {
public:
    static constexpr int64_t FOR_EVER = INT64_MAX;

    enum class Place : bool { Back, Front };

    Parked(VM& vm, ParkingLine& line, Place place = Place::Back);
    ~Parked(); // leaves the line
    Parked(const Parked&) = delete;
    Parked& operator=(const Parked&) = delete;

    // True when somebody has unparked it, false when `deadline` has come (nanoseconds of the monotonic clock). In the
    // main thread also what an interrupt raises; is_woken() tells then whether somebody unparked it all the same.
    Result<bool> wait(int64_t deadline = FOR_EVER);
    bool is_woken() const { return m_is_woken; }
    bool is_given() const { return m_is_given; }

    void wake() override; // by an interrupt

private:
    friend class ParkingLine;
    Result<bool> wait_until(int64_t deadline);
    void sleep(int64_t nanoseconds);
    void leave();

    VM& m_vm;
    Thread& m_thread;
    ParkingLine* m_line; // null: it has left
    Parked* m_next = nullptr;
    std::atomic<uint32_t> m_word{0}; // what the thread sleeps on: not 0 when there is something to look at
    bool m_is_woken = false;
    bool m_is_given = false;
};

// `seconds` from now as a deadline; one that never comes for what is beyond the clock's range.
int64_t deadline_after(VM& vm, double seconds);

} // namespace ouro::vm
