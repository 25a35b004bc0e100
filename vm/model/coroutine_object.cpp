// SPDX-License-Identifier: MIT
//
// What the collector sees of coroutines, and what few generators need.
#include "vm/model/coroutine_object.hpp"

#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/native.hpp"

namespace ouro::vm {

void Coroutine::visit_links(Visitor& visitor) {
    if (state() == State::Created) {
        visitor.visit(creation.code);
        return;
    }
    if (!chain.awaiter)
        return visitor.visit(chain.link); // the leaf
    // A host's C++ frame holds what it awaits as a root, which must not keep the host's coroutine alive. That one is
    // finalizable, so it is there until it is closed, and its own awaiters with it.
    if (!chain.awaiter->has_outside_frame())
        visitor.visit(chain.awaiter); // and so, one after the other, `link`
}

void Generator::visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Generator*>(object);
    self->visit_links(visitor);
    visitor.visit(self->extra);
    visitor.visit(self->frame.code);
    visitor.visit(self->frame.function);
    visitor.visit(self->frame.handled);
    visitor.visit(self->frame.sent);
    visitor.visit(self->frame.ns);
    visitor.visit(self->frame.frame_object);
    visitor.visit(self->registers(), self->frame.code->register_count);
}

static void visit_extra(Object* object, Visitor& visitor) {
    auto& self = *static_cast<GeneratorExtra*>(object);
    visitor.visit(self.name);
    visitor.visit(self.qualname);
    visitor.visit(self.async_finalizer);
    visitor.visit(self.operation);
    visitor.visit(self.started_in);
}

static constexpr NativeType generator_extra_type = {
    .name = "_GeneratorExtra",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(GeneratorExtra),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_extra,
    .members = nullptr,
    .member_count = 0,
};

GeneratorExtra& generator_extra(VM& vm, Generator& generator) {
    if (!generator.extra)
        Heap::store(&generator, generator.extra,
                    static_cast<GeneratorExtra*>(allocate_instance(vm, vm.native(generator_extra_type))));
    return *generator.extra;
}

} // namespace ouro::vm
