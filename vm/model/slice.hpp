// SPDX-License-Identifier: MIT
//
// slice, and the positions that it means in a sequence.
#pragma once

#include "vm/object.hpp"

#include <cstdint>

namespace ouro::vm {

struct Slice : Object {
    static constexpr Kind KIND = Kind::Slice;
    Value start, stop, step;
};

struct SliceIndices {
    int64_t start, stop, step;
    int64_t length; // of the selected part
};

Slice* make_slice(VM& vm, Value start, Value stop, Value step);

// slice.indices() for a sequence of `length`: clamps as CPython does. TypeError, ValueError ("slice step cannot be
// zero").
Result<SliceIndices> slice_indices(VM& vm, Slice& slice, int64_t length);

// The slice with ints for what has an __index__ method: to be asked for before the length of what may change meanwhile.
Result<Slice*> plain_slice(VM& vm, Slice& slice);

} // namespace ouro::vm
