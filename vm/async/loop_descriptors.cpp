// SPDX-License-Identifier: MIT
//
// The set of descriptors that scripts may not touch.
#include "vm/async/loop_descriptors.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace ouro::vm {

// As many descriptors as Linux gives a process unless it is told otherwise (fs.nr_open). Pages of zeros take no memory.
static constexpr size_t LIMIT = 1 << 20;
static constinit std::atomic<uint64_t> owned[LIMIT / 64]{};

static bool has_room(int fd) { return fd >= 0 && size_t(fd) < LIMIT; }
static uint64_t bit_of(int fd) { return uint64_t(1) << (fd % 64); }

void own_descriptor(int fd) {
    if (has_room(fd))
        owned[fd / 64].fetch_or(bit_of(fd));
}

void disown_descriptor(int fd) {
    if (has_room(fd))
        owned[fd / 64].fetch_and(~bit_of(fd));
}

bool is_loop_descriptor(int fd) { return has_room(fd) && owned[fd / 64].load() & bit_of(fd); }

} // namespace ouro::vm
