// SPDX-License-Identifier: MIT
//
// threading.local: attributes that each thread has for itself. Their dict stands in the thread (Thread::locals), by the
// number of the object, so it ends with the thread; with the object it ends when that is collected.
#include "stdlib/threading/threads.hpp"

#include "vm/model/class.hpp"
#include "vm/model/dict.hpp"
#include "vm/thread.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct ThreadLocal : Object {
    static constexpr const NativeType& native_type = thread_local_type;
    int64_t number;
    Tuple* arguments; // of __init__, which is called in each thread that comes to use the object
    Dict* keywords;
};

Value number_of(VM& vm, ThreadLocal& self) { return make_int(vm, self.number); }

Result<Dict*> add_thread(VM& vm, ThreadLocal& self) {
    Thread& thread = *vm.thread;
    if (!thread.locals)
        thread.locals = make_dict(vm);
    Dict* attributes = make_dict(vm);
    TRY(dict_set(vm, *thread.locals, number_of(vm, self), attributes));
    return attributes;
}

Result<Dict*> attributes_here(VM& vm, ThreadLocal& self) {
    Thread& thread = *vm.thread;
    if (thread.locals) {
        if (Value attributes = TRY(dict_get(vm, *thread.locals, number_of(vm, self))))
            return as<Dict>(attributes);
    }
    Dict* attributes = TRY(add_thread(vm, self));
    Value init = vm.type_of(&self)->special(vm, Special::Init);
    if (init == vm.object_init)
        return attributes;
    Value bound = TRY(get_attribute(vm, &self, "__init__"));
    Args positional(self.arguments->items(), self.arguments->size());
    if (auto initialized = call_with_dict(vm, bound, positional, self.keywords); initialized.is_error()) {
        TRY(dict_remove(vm, *thread.locals, number_of(vm, self)));
        return initialized.error();
    }
    return attributes;
}

Result<Value> local_new(VM& vm, Type* type, Args arguments, Kwargs keywords) {
    bool has_init = type->special(vm, Special::Init) != vm.object_init;
    if ((!arguments.empty() || keywords.size()) && !has_init)
        return vm.type_error("Initialization arguments are not supported");
    auto* self = static_cast<ThreadLocal*>(allocate_instance(vm, type));
    self->number = int64_t(++threading_state(vm).last_local);
    self->arguments = make_tuple(vm, arguments);
    self->keywords = dict_copy(vm, keywords); // the one given goes with the call
    TRY(add_thread(vm, *self)); // where its class calls __init__
    return self;
}

Result<Value> local_getattribute(VM& vm, ThreadLocal& self, Str& name) {
    Dict* attributes = TRY(attributes_here(vm, self));
    Str* key = intern(vm, &name);
    if (key == vm.names.dunder_dict)
        return attributes;
    Type* type = vm.type_of(&self);
    Value found = type->lookup(vm, key);
    if (found && is_data_descriptor(vm, found))
        return bind_descriptor(vm, found, &self, type);
    if (DictEntry* entry = dict_find(*attributes, key))
        return entry->value;
    if (!found)
        return vm.attribute_error(&self, key);
    return bind_descriptor(vm, found, &self, type);
}

// Without a value: deletes it.
Result<void> write_attribute(VM& vm, ThreadLocal& self, Str& name, Value value) {
    Dict* attributes = TRY(attributes_here(vm, self));
    Str* key = intern(vm, &name);
    if (key == vm.names.dunder_dict)
        return vm.raise_attribute_error(&self, key, fmt::format("'{}' object attribute '__dict__' is read-only",
                                                                error_name(vm.type_of(&self))));
    Value found = vm.type_of(&self)->lookup(vm, key);
    if (found && is_data_descriptor(vm, found))
        return write_descriptor(vm, found, &self, key, value);
    if (value)
        dict_set(vm, *attributes, key, value);
    else if (!dict_remove(vm, *attributes, key))
        return vm.attribute_error(&self, key);
    return {};
}

Result<void> local_setattr(VM& vm, ThreadLocal& self, Str& name, Value value) {
    return write_attribute(vm, self, name, value);
}
Result<void> local_delattr(VM& vm, ThreadLocal& self, Str& name) { return write_attribute(vm, self, name, Value()); }

void visit_thread_local(Object* object, Visitor& visitor) {
    auto* self = static_cast<ThreadLocal*>(object);
    visitor.visit(self->arguments);
    visitor.visit(self->keywords);
}

void finalize_thread_local(VM& vm, Object* object) {
    auto* self = static_cast<ThreadLocal*>(object);
    for (Thread* thread : vm.threads) {
        if (thread->locals)
            (void)dict_remove(vm, *thread->locals, number_of(vm, *self)); // not there: it was not used there
    }
}

constexpr NativeDef thread_local_members[] = {
    fn<local_new>("__new__(cls, /, *args, **kwargs)"),
    fn<local_getattribute>("__getattribute__(self, name, /)"),
    fn<local_setattr>("__setattr__(self, name, value, /)"),
    fn<local_delattr>("__delattr__(self, name, /)"),
};

} // namespace

const NativeType thread_local_type = {
    .name = "_thread._local",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ThreadLocal),
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = visit_thread_local,
    .members = thread_local_members,
    .member_count = std::size(thread_local_members),
    .doc = "Attributes that each thread has for itself.",
    .finalize = finalize_thread_local,
};

} // namespace ouro::stdlib
