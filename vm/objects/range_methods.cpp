// SPDX-License-Identifier: MIT
//
// range and slice: the types and their methods.
#include "vm/objects/range.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

static void visit_range(Object* object, Visitor& visitor) {
    auto* range = static_cast<Range*>(object);
    visitor.visit(range->start);
    visitor.visit(range->stop);
    visitor.visit(range->step);
    visitor.visit(range->length);
}

const NativeType range_type = {
    .name = "range",
    .base = nullptr,
    .kind = Kind::Range,
    .size = sizeof(Range),
    .flags = Type::IMMUTABLE | Type::FINAL | Type::SEQUENCE,
    .visit = visit_range,
    .members = nullptr,
    .member_count = 0,
};

static void visit_slice(Object* object, Visitor& visitor) {
    auto* slice = static_cast<Slice*>(object);
    visitor.visit(slice->start);
    visitor.visit(slice->stop);
    visitor.visit(slice->step);
}

const NativeType slice_type = {
    .name = "slice",
    .base = nullptr,
    .kind = Kind::Slice,
    .size = sizeof(Slice),
    .flags = Type::IMMUTABLE | Type::FINAL,
    .visit = visit_slice,
    .members = nullptr,
    .member_count = 0,
};

} // namespace ouro::vm
