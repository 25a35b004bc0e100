// SPDX-License-Identifier: MIT
//
// The table behind a Context, and the type contextvars.Context. Linear probing over a power of two of places, at most
// three quarters full; removal closes the gap, so a probe may stop at the first free place.
#include "stdlib/contextvars/context.hpp"

#include "vm/model/iterators.hpp"

namespace ouro::stdlib {

using namespace vm;

static constexpr uint32_t SMALLEST_CAPACITY = 4;

// --- The table ---------------------------------------------------------------------------------------------------

static uint32_t home(const ContextVar& variable, uint32_t capacity) {
    return uint32_t((reinterpret_cast<uintptr_t>(&variable) >> 4) * 0x9E3779B97F4A7C15u >> 32) & (capacity - 1);
}

// The place of `variable`, or the free one where it would go. The table has a free place.
static Context::Binding& place_of(Context::Binding* bindings, uint32_t capacity, const ContextVar& variable) {
    uint32_t at = home(variable, capacity);
    while (bindings[at].variable && bindings[at].variable != &variable)
        at = (at + 1) & (capacity - 1);
    return bindings[at];
}

Value context_find(Context& context, const ContextVar& variable) {
    if (context.count == 0)
        return {};
    return place_of(context.bindings(), context.capacity, variable).value;
}

// Gives `context` a table of its own with `capacity` places.
static void move_to_table(VM& vm, Context& context, uint32_t capacity) {
    Storage* table = vm.heap.allocate_storage(capacity * sizeof(Context::Binding));
    auto* bindings = reinterpret_cast<Context::Binding*>(table->values());
    for (uint32_t i = 0; i < context.capacity; i++) {
        Context::Binding& binding = context.bindings()[i];
        if (binding.variable)
            place_of(bindings, capacity, *binding.variable) = binding;
    }
    context.table = table;
    context.capacity = capacity;
    context.shared = false;
    Heap::barrier(&context);
}

void context_set(VM& vm, Context& context, ContextVar& variable, Value value) {
    bool is_full = (context.count + 1) * 4 > context.capacity * 3;
    if (is_full)
        move_to_table(vm, context, std::max(SMALLEST_CAPACITY, context.capacity * 2));
    else if (context.shared)
        move_to_table(vm, context, context.capacity);
    Context::Binding& binding = place_of(context.bindings(), context.capacity, variable);
    if (!binding.variable)
        context.count++;
    binding = {&variable, value};
    Heap::barrier(&context);
}

void context_remove(VM& vm, Context& context, ContextVar& variable) {
    if (context_find(context, variable).is_empty())
        return;
    if (context.shared)
        move_to_table(vm, context, context.capacity);
    uint32_t mask = context.capacity - 1;
    Context::Binding* bindings = context.bindings();
    uint32_t gap = uint32_t(&place_of(bindings, context.capacity, variable) - bindings);
    for (uint32_t at = (gap + 1) & mask; bindings[at].variable; at = (at + 1) & mask) {
        uint32_t wanted = home(*bindings[at].variable, context.capacity);
        if (((at - wanted) & mask) < ((at - gap) & mask))
            continue; // between its home and here there is no gap
        bindings[gap] = bindings[at];
        gap = at;
    }
    bindings[gap] = {nullptr, {}};
    context.count--;
}

// --- The current context -----------------------------------------------------------------------------------------

static Context* make_context(VM& vm) {
    return static_cast<Context*>(allocate_instance(vm, vm.native(Context::native_type)));
}

Context* current_context(VM& vm) {
    Value& current = vm.thread->context;
    if (current.is_empty())
        current = make_context(vm);
    return static_cast<Context*>(current.object());
}

Context* copy_context(VM& vm, Context& original) {
    Context* copy = make_context(vm);
    if (original.count == 0)
        return copy;
    original.shared = copy->shared = true;
    copy->table = original.table;
    copy->capacity = original.capacity;
    copy->count = original.count;
    return copy;
}

Context* copy_current_context(VM& vm) {
    if (vm.thread->context.is_empty())
        return make_context(vm);
    return copy_context(vm, *current_context(vm));
}

Result<void> enter_context(VM& vm, Context& context) {
    if (context.entered)
        return vm.runtime_error("cannot enter context: {} is already entered", repr_text(vm, &context));
    Heap::store(&context, context.previous, vm.thread->context);
    context.entered = true;
    vm.thread->context = &context;
    return {};
}

Result<void> leave_context(VM& vm, Context& context) {
    if (!context.entered)
        return vm.runtime_error("cannot exit context: {} has not been entered", repr_text(vm, &context));
    if (vm.thread->context.bits() != Value(&context).bits())
        return vm.runtime_error("cannot exit context: thread state references a different context object");
    vm.thread->context = context.previous;
    context.previous = {};
    context.entered = false;
    return {};
}

// --- contextvars.Context -----------------------------------------------------------------------------------------

static Result<Value> context_new(VM& vm, Type*, Args arguments, Kwargs keywords) {
    if (!arguments.empty() || keywords.size())
        return vm.type_error("Context() does not accept any arguments");
    return make_context(vm);
}

// Library Reference, Context.run: the context is the current one while `callable` runs, and left however it ends.
static Result<Value> context_run(VM& vm, Context& self, Args arguments, Kwargs keywords) {
    if (arguments.empty())
        return vm.type_error("run() missing 1 required positional argument");
    TRY(enter_context(vm, self));
    Result<Value> result = keywords.size() ? call_with_dict(vm, arguments[0], arguments.subspan(1), &keywords)
                                           : call(vm, arguments[0], arguments.subspan(1));
    TRY(leave_context(vm, self));
    return result;
}

static Result<ContextVar*> variable_key(VM& vm, Value key) {
    if (auto* variable = detail::native_cast<ContextVar>(key))
        return variable;
    return vm.type_error("a ContextVar key was expected, got {}", TRY(repr(vm, key))->view());
}

static Result<Value> context_getitem(VM& vm, Context& self, Value key) {
    Value found = context_find(self, *TRY(variable_key(vm, key)));
    return found.is_empty() ? Result<Value>(vm.key_error(key)) : found;
}

static Result<bool> context_contains(VM& vm, Context& self, Value key) {
    return !context_find(self, *TRY(variable_key(vm, key))).is_empty();
}

static Result<Value> context_get(VM& vm, Context& self, Value key, Value otherwise) {
    Value found = context_find(self, *TRY(variable_key(vm, key)));
    return found.is_empty() ? otherwise : found;
}

static int64_t context_length(Context& self) { return self.count; }
static Value context_copy(VM& vm, Context& self) { return copy_context(vm, self); }

template <class F>
static Result<Value> bindings_iterator(VM& vm, Context& self, F&& part) {
    List* list = make_list(vm);
    for (uint32_t i = 0; i < self.capacity; i++) {
        Context::Binding binding = self.bindings()[i];
        if (binding.variable)
            TRY(list_append(vm, *list, part(binding)));
    }
    return Value(make_list_iterator(vm, *list));
}

static Result<Value> context_keys(VM& vm, Context& self) {
    return bindings_iterator(vm, self, [](Context::Binding binding) { return Value(binding.variable); });
}
static Result<Value> context_values(VM& vm, Context& self) {
    return bindings_iterator(vm, self, [](Context::Binding binding) { return binding.value; });
}
static Result<Value> context_items(VM& vm, Context& self) {
    return bindings_iterator(
        vm, self, [&](Context::Binding binding) { return Value(make_tuple(vm, {binding.variable, binding.value})); });
}

static Result<Value> context_eq(VM& vm, Context& self, Value other_value) {
    auto* other = detail::native_cast<Context>(other_value);
    if (!other)
        return Value::not_implemented();
    if (self.count != other->count)
        return Value::boolean(false);
    Context* frozen = copy_context(vm, self); // __eq__ of a value may set variables
    for (uint32_t i = 0; i < frozen->capacity; i++) {
        Context::Binding binding = frozen->bindings()[i];
        if (!binding.variable)
            continue;
        Value value = context_find(*other, *binding.variable);
        if (value.is_empty() || !TRY(equal(vm, binding.value, value)))
            return Value::boolean(false);
    }
    return Value::boolean(true);
}

static void visit_context(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Context*>(object);
    visitor.visit(self.table);
    visitor.visit(self.previous);
    for (uint32_t i = 0; i < self.capacity; i++) {
        visitor.visit(self.bindings()[i].variable);
        visitor.visit(self.bindings()[i].value);
    }
}

static constexpr NativeDef context_members[] = {
    fn<context_new>("__new__(cls, /, *args, **kwargs)"),
    fn<context_run>("run(self, /, *args, **kwargs)", "Call the first argument with the others in this context."),
    fn<context_copy>("copy(self, /)", "Return a shallow copy of the context object."),
    fn<context_get>("get(self, key, default=None, /)",
                    "Return the value for `key` if it is in the context, else default."),
    fn<context_keys>("keys(self, /)", "Return the variables in the context object."),
    fn<context_values>("values(self, /)", "Return the values of the variables in the context object."),
    fn<context_items>("items(self, /)", "Return the variables and their values in the context object."),
    fn<context_getitem>("__getitem__(self, key, /)"),
    fn<context_contains>("__contains__(self, key, /)"),
    fn<context_length>("__len__(self, /)"),
    fn<context_keys>("__iter__(self, /)"),
    fn<context_eq>("__eq__(self, other, /)"),
    none_constant("__hash__"),
};

constinit const NativeType Context::native_type = {
    .name = "_contextvars.Context",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Context),
    .flags = Type::FINAL | Type::MAPPING | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_context,
    .members = context_members,
    .member_count = std::size(context_members),
};

} // namespace ouro::stdlib
