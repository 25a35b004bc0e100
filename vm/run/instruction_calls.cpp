// SPDX-License-Identifier: MIT
//
// Calls of the interpreter that are not one test away: keyword and starred arguments, bound methods, classes, instances
// with __call__. Script functions found behind any of them are entered, not called.
#include "vm/model/calls.hpp"
#include "vm/model/class.hpp"
#include "vm/run/instructions.hpp"

#include <algorithm>

namespace ouro::vm {

namespace {

// The arguments of a call instruction: a row of Values, the last ones named.
struct Arguments {
    Value* first;
    size_t count;
    Tuple* names; // or null
};

// Enters a script function. The window is where the arguments stand already, if callees may overlap this frame.
Frame* enter(VM& vm, Frame* frame, Function& function, Arguments arguments, ReturnAction action, uint8_t dst,
             Value instance = {}) {
    bool in_place = frame->in_place_calls() && arguments.first >= frame->registers && arguments.first <= frame->top;
    Value* window = in_place ? arguments.first : frame->top;
    const Code& code = *function.code;
    if (window + code.register_count > vm.thread->registers_end)
        return raise_in(vm, vm.recursion_error("maximum recursion depth exceeded"));
    std::span<const Value> row(arguments.first, arguments.count);
    size_t defaults = function.defaults ? function.defaults->size() : 0;
    bool is_plain = code.has(Code::SIMPLE_PARAMETERS) && !arguments.names;
    if (is_plain && arguments.count <= code.positional_count && arguments.count + defaults >= code.positional_count) {
        if (!in_place)
            std::copy(row.begin(), row.end(), window);
        size_t missing = code.positional_count - arguments.count;
        if (missing)
            std::copy_n(function.defaults->items() + (defaults - missing), missing, window + arguments.count);
    } else {
        // Binding writes beyond the arguments: keep what is set aside below the window's end visible to the collector.
        auto bound = bind_script_arguments(vm, function, row, arguments.names, window);
        if (bound.is_error())
            return raise_in(vm, bound.error());
    }
    Frame* callee = push_frame(vm, frame, function, window, action, dst);
    if (callee)
        callee->instance = instance;
    return callee;
}

// The same arguments with `self` in front. The word before the first argument is the callable's (or the empty self's)
// register, which the call no longer needs.
Arguments with_self(Value self, Arguments arguments) {
    arguments.first[-1] = self;
    return {arguments.first - 1, arguments.count + 1, arguments.names};
}

Result<Value> call_native(VM& vm, NativeFunction& native, Arguments arguments) {
    bool in_place = arguments.first >= vm.thread->registers && arguments.first < vm.thread->registers_end;
    if (arguments.names || !in_place)
        return call_native_function(vm, native, {arguments.first, arguments.count}, arguments.names);
    return Result<Value>::from_bits(call_native_row(vm, native, arguments.first, arguments.count).bits());
}

Frame* store(VM& vm, Frame* frame, uint8_t dst, Result<Value> result) {
    if (result.is_error())
        return raise_in(vm, result.error());
    frame->registers[dst] = result.release();
    return frame;
}

// C(...) of a class whose __new__ and __init__ are native (int, list, ValueError): both are called with the arguments
// where they stand. Empty when the class is made in another way.
Result<Value> instantiate_native(VM& vm, Type* type, Arguments arguments) {
    bool in_place = arguments.first >= vm.thread->registers && arguments.first < vm.thread->registers_end;
    if (!in_place || arguments.names || type->has(Type::NO_NEW) || (type == vm.types.type && arguments.count == 1))
        return Value();
    if (type == vm.types.str && arguments.count == 1)
        return TRY(str(vm, arguments.first[0]));
    Value maker = type->special(vm, Special::New);
    auto* wrapper = as_exact<StaticMethod>(maker);
    NativeFunction* make = wrapper ? as<NativeFunction>(wrapper->function) : nullptr;
    Value initializer = type->special(vm, Special::Init);
    NativeFunction* init = as<NativeFunction>(initializer);
    if (!make || !init || !init->owner)
        return Value();
    Arguments all = with_self(type, arguments);
    Value instance;
    if (new_only_allocates(vm, type))
        instance = allocate_instance(vm, type);
    else if (maker == vm.object_new)
        instance = TRY(new_plain_instance(vm, type, arguments.count != 0));
    else
        instance = TRY(Result<Value>::from_bits(call_native_row(vm, *make, all.first, all.count).bits()));
    if (initializer == vm.object_init || vm.type_of(instance) != type)
        return instance;
    all.first[0] = instance;
    TRY(Result<Value>::from_bits(call_native_row(vm, *init, all.first, all.count).bits()));
    return instance;
}

// C(...) where __new__ is object's and __init__ a script function: an empty instance, then __init__ is entered.
Frame* instantiate(VM& vm, Frame* frame, Type* type, Function& init, Arguments arguments, uint8_t dst) {
    if (type->has(Type::ABSTRACT))
        return raise_in(vm, abstract_instance_error(vm, type));
    Object* instance = allocate_instance(vm, type);
    return enter(vm, frame, init, with_self(instance, arguments), ReturnAction::Init, dst, instance);
}

Frame* call_any(VM& vm, Frame* frame, Value callable, Arguments arguments, uint8_t dst) {
    bool has_self = false; // the one register in front of the arguments is taken
    for (;;) {
        if (Function* function = as<Function>(callable))
            return enter(vm, frame, *function, arguments, ReturnAction::Store, dst);
        std::span<const Value> row(arguments.first, arguments.count);
        if (NativeFunction* native = as<NativeFunction>(callable))
            return store(vm, frame, dst, call_native(vm, *native, arguments));
        if (has_self)
            return store(vm, frame, dst, vm::call(vm, callable, row, arguments.names));
        if (Type* type = as<Type>(callable); type && type->type() == vm.types.type) {
            Function* init = as<Function>(type->special(vm, Special::Init));
            if (init && type->special(vm, Special::New) == vm.object_new && !type->has(Type::NO_NEW))
                return instantiate(vm, frame, type, *init, arguments, dst);
            auto instance = init ? Result<Value>(Value()) : instantiate_native(vm, type, arguments);
            if (instance.is_error() || instance.release())
                return store(vm, frame, dst, instance);
            return store(vm, frame, dst, call_type(vm, type, row, arguments.names));
        }
        Value self;
        auto inner = resolve_callable(vm, callable, self);
        if (inner.is_error())
            return raise_in(vm, inner.error());
        callable = inner.release();
        has_self = bool(self);
        if (has_self)
            arguments = with_self(self, arguments);
        else if (!as<Function>(callable) && !as<NativeFunction>(callable) && !as<BoundMethod>(callable))
            return store(vm, frame, dst, vm::call(vm, callable, row, arguments.names));
    }
}

} // namespace

namespace instructions {

Frame* call_kw(VM& vm, Frame* frame, const uint32_t* at) {
    Value* base = frame->registers + instruction::b(*at);
    auto* names = static_cast<Tuple*>(frame->code->constants[at[1]].object());
    return call_any(vm, frame, base[0], {base + 1, instruction::c(*at), names}, uint8_t(instruction::a(*at)));
}

static Frame* call_pair(VM& vm, Frame* frame, const uint32_t* at, Tuple* names) {
    Value* base = frame->registers + instruction::b(*at);
    uint32_t count = instruction::c(*at);
    Value callable = base[0];
    Arguments arguments = base[1] ? Arguments{base + 1, count + 1, names} : Arguments{base + 2, count, names};
    return call_any(vm, frame, callable, arguments, uint8_t(instruction::a(*at)));
}

// The row of a frame under which no other may lie (a generator's) is laid out anew above the register stack's top, so
// that defaults can be filled in behind it.
static Frame* call_moved(VM& vm, Frame* frame, Value callable, Arguments arguments, uint8_t dst) {
    Value* row = frame->top + 1; // a word in front for self
    if (row + arguments.count + 16 > vm.thread->registers_end)
        return raise_in(vm, vm.recursion_error("maximum recursion depth exceeded"));
    std::copy_n(arguments.first, arguments.count, row);
    Value* top = frame->top;
    frame->top = row + arguments.count;
    Frame* next = call_any(vm, frame, callable, {row, arguments.count, nullptr}, dst);
    frame->top = top;
    return next;
}

Frame* call_row(VM& vm, Frame* frame, const uint32_t* at) {
    Value* base = frame->registers + instruction::b(*at);
    auto dst = uint8_t(instruction::a(*at));
    Arguments arguments{base + 1, instruction::c(*at), nullptr};
    if (instruction::op(*at) == Op::CallMethod)
        arguments =
            base[1] ? Arguments{base + 1, arguments.count + 1, nullptr} : Arguments{base + 2, arguments.count, nullptr};
    if (frame->in_place_calls() || as<Function>(base[0]))
        return call_any(vm, frame, base[0], arguments, dst);
    return call_moved(vm, frame, base[0], arguments, dst);
}

Frame* call_method_kw(VM& vm, Frame* frame, const uint32_t* at) {
    return call_pair(vm, frame, at, static_cast<Tuple*>(frame->code->constants[at[1]].object()));
}

static bool is_iterable(VM& vm, Value value) {
    Type* type = vm.type_of(value);
    return type->special(vm, Special::Iter) || iterates_by_index(vm, type);
}

// f(*args, **kwargs): the arguments are laid out above the frame's window.
Frame* call_ex(VM& vm, Frame* frame, const uint32_t* at) {
    Value* base = frame->registers + instruction::b(*at);
    auto items = tuple_from(vm, base[1]);
    if (items.is_error() && !is_iterable(vm, base[1]))
        return raise_in(vm, vm.type_error("{} argument after * must be an iterable, not {}", callable_text(vm, base[0]),
                                          vm.type_name(base[1])));
    if (items.is_error())
        return raise_in(vm, items.error());
    Tuple* positional = items.release();
    base[1] = positional; // holds the arguments while they are bound
    Dict* keywords = instruction::c(*at) ? as<Dict>(base[2]) : nullptr;
    size_t named = keywords ? keywords->size() : 0;
    Value* row = frame->top + 1; // a word in front for self
    if (row + positional->size() + named + 16 > vm.thread->registers_end)
        return raise_in(vm, vm.recursion_error("maximum recursion depth exceeded"));
    Tuple* names = named ? make_tuple(vm, named) : nullptr;
    std::copy_n(positional->items(), positional->size(), row);
    size_t k = 0;
    if (named) {
        for (DictEntry& entry : *keywords) {
            if (!entry.key)
                continue;
            if (!as<Str>(entry.key))
                return raise_in(vm, vm.type_error("keywords must be strings"));
            (*names)[k] = entry.key;
            row[positional->size() + k++] = entry.value;
        }
    }
    // The row stands above this frame's top; raise the top while the call binds, so that it is traced.
    Value* top = frame->top;
    size_t count = positional->size() + named;
    frame->top = row + count;
    Frame* next = call_any(vm, frame, base[0], {row, count, names}, uint8_t(instruction::a(*at)));
    frame->top = top;
    return next;
}

// The exit method of a with statement, called with an exception (or three Nones).
Frame* with_exit(VM& vm, Frame* frame, const uint32_t* at) {
    Value* pair = frame->registers + instruction::b(*at);
    Exception* exception = as<Exception>(frame->registers[instruction::c(*at)]);
    Value* row = frame->top + 1;
    Value* first = row;
    if (pair[1])
        *row++ = pair[1];
    *row++ = exception ? Value(exception->type()) : Value::none();
    *row++ = exception ? Value(exception) : Value::none();
    *row++ = exception && exception->traceback ? Value(exception->traceback) : Value::none();
    Value* top = frame->top;
    frame->top = row;
    Frame* next = call_any(vm, frame, pair[0], {first, size_t(row - first), nullptr}, uint8_t(instruction::a(*at)));
    frame->top = top;
    return next;
}

Frame* finish_return(VM& vm, Frame* callee, Value value) {
    Frame* frame = callee->caller;
    switch (callee->action) {
    case ReturnAction::Discard:
        return frame;
    case ReturnAction::Init:
        if (!value.is_none())
            return raise_in(vm, vm.type_error("__init__() should return None, not '{}'", vm.type_name(value)));
        frame->registers[callee->dst] = callee->instance;
        return frame;
    case ReturnAction::Truth:
        return finish_truth(vm, callee, value);
    case ReturnAction::Binary:
        return finish_binary(vm, callee, value);
    case ReturnAction::Compare:
        return finish_compare(vm, callee, value);
    default:
        return finish_iteration(vm, callee, value);
    }
}

} // namespace instructions
} // namespace ouro::vm
