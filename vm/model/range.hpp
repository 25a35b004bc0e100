// SPDX-License-Identifier: MIT
//
// range.
#pragma once

#include "vm/model/slice.hpp"
#include "vm/object.hpp"

#include <cstdint>

namespace ouro::vm {

struct Range : Object {
    static constexpr Kind KIND = Kind::Range;
    static constexpr uint8_t SMALL = FLAG_A; // start, stop, step and length are small ints
    Value start, stop, step, length;
};

Result<Range*> make_range(VM& vm, Value start, Value stop, Value step);

} // namespace ouro::vm
