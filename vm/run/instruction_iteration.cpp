// SPDX-License-Identifier: MIT
//
// Loops and iterators in the interpreter. A for loop owns three registers: for a range they are the current value, the
// count of items left and the step; for a list or tuple the sequence and an index; for all else the iterator and
// nothing.
#include "vm/run/instructions.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/range.hpp"
#include "vm/model/awaitable.hpp"
#include "vm/run/suspension.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::vm::instructions {

// The value of `result` in r[dst], or its exception raised.
static Frame* deliver(VM& vm, Frame* frame, uint8_t dst, Result<Value> result) {
    if (result.is_error())
        return raise_in(vm, result.error());
    frame->registers[dst] = result.release();
    return frame;
}

// Enters a script __iter__, __await__ or the like whose result `action` will check.
static Frame* enter_special(VM& vm, Frame* frame, const uint32_t* at, Function& method, Value object,
                            ReturnAction action, uint8_t dst) {
    Frame* callee = enter_function(vm, frame, method, {&object, 1}, action, dst);
    if (callee)
        callee->at = at;
    return callee;
}

// --- for ----------------------------------------------------------------------------------------------------------

// Was it made by the call in this very loop's header, so that nobody else can hold it? EndFor then closes it.
static bool is_fresh(const Generator& generator, const Frame* frame, const uint32_t* at) {
    return generator.is_created_at(at, frame->code);
}

Frame* prepare_for(VM& vm, Frame* frame, const uint32_t* at) {
    auto base = uint8_t(instruction::a(*at));
    Value* cursor = frame->registers + base;
    Value iterable = frame->registers[instruction::b(*at)];
    cursor[1] = cursor[2] = {};
    if (as_exact<List>(iterable) || as_exact<Tuple>(iterable)) {
        cursor[0] = iterable;
        cursor[1] = Value::small_int(0);
        return frame;
    }
    if (Range* range = as<Range>(iterable); range && range->flags & Range::SMALL) {
        cursor[0] = range->start;
        cursor[1] = range->length;
        cursor[2] = range->step;
        return frame;
    }
    if (Generator* generator = as<Generator>(iterable);
        generator && generator->flavor() == Coroutine::Flavor::Generator) {
        cursor[0] = iterable;
        cursor[2] = Value::boolean(instruction::c(*at) && is_fresh(*generator, frame, at));
        return frame;
    }
    Type* type = vm.type_of(iterable);
    Value method = type->special(vm, Special::Iter);
    if (Function* function = as<Function>(method))
        return enter_special(vm, frame, at, *function, iterable, ReturnAction::Iter, base);
    return deliver(vm, frame, base, get_iterator(vm, iterable));
}

// The item in r[dst] and back to the loop's body.
static Frame* loop_with(Frame* frame, const uint32_t* at, Value item) {
    frame->registers[instruction::a(*at)] = item;
    frame->pc = at + 2 + int32_t(at[1]);
    return frame;
}

// The next item of a native iterator. Where the loop's body begins by unpacking the item, which nothing else reads, an
// iterator that can stores the parts at once and makes no tuple.
static Frame* next_of_native(VM& vm, Frame* frame, const uint32_t* at, Object* iterator, const NativeType& native) {
    const uint32_t* body = at + 2 + int32_t(at[1]);
    if (native.next_row && instruction::op(*body) == Op::Unpack && instruction::b(*body) == instruction::a(*at) &&
        instruction::a(*at) >= frame->code->local_count) {
        auto stored = native.next_row(vm, iterator, frame->registers + instruction::a(*body), instruction::c(*body));
        if (!stored.is_error() && !stored.release())
            return frame;
        if (!stored.is_error() && stored.release().is_none()) {
            frame->pc = body + 1;
            return frame;
        }
        if (stored.is_error() && !is_exception_of(stored.exception(), vm, ExceptionId::StopIteration))
            return raise_in(vm, stored.error());
        if (stored.is_error())
            return frame;
    }
    auto item = native.next(vm, iterator);
    if (item.is_error()) [[unlikely]]
        return is_exception_of(item.exception(), vm, ExceptionId::StopIteration) ? frame : raise_in(vm, item.error());
    return item.release() ? loop_with(frame, at, item.release()) : frame;
}

Frame* for_next(VM& vm, Frame* frame, const uint32_t* at) {
    if (vm.safepoint.load(std::memory_order_relaxed)) [[unlikely]] {
        if (auto handled = vm.handle_safepoint(); handled.is_error())
            return raise_in(vm, handled.error());
    }
    Value iterator = frame->registers[instruction::b(*at)];
    if (Generator* generator = as<Generator>(iterator);
        generator && generator->flavor() == Coroutine::Flavor::Generator)
        return switch_to_generator(vm, frame, at, *generator, ReturnAction::ForNext);
    Type* type = vm.type_of(iterator);
    if (type->native->next && !type->has(Type::HEAP))
        return next_of_native(vm, frame, at, iterator.object(), *type->native);
    if (Function* function = as<Function>(type->special(vm, Special::Next)))
        return enter_special(vm, frame, at, *function, iterator, ReturnAction::ForNext, 0);
    auto item = vm::next(vm, iterator);
    if (item.is_error())
        return raise_in(vm, item.error());
    return item.release() ? loop_with(frame, at, item.release()) : frame;
}

// Leaving a loop early: the generator that only the loop holds is closed now, so that its finally blocks run (GEN-19).
Frame* end_for(VM& vm, Frame* frame, const uint32_t* at) {
    Value* cursor = frame->registers + instruction::a(*at);
    Generator* generator = as<Generator>(cursor[0]);
    if (!generator || !cursor[2].is_true() || generator->is_closed())
        return frame;
    cursor[2] = Value::boolean(false);
    close_abandoned(vm, *generator);
    return frame;
}

Frame* get_iter(VM& vm, Frame* frame, const uint32_t* at) {
    Value iterable = frame->registers[instruction::b(*at)];
    auto dst = uint8_t(instruction::a(*at));
    if (Function* function = as<Function>(vm.type_of(iterable)->special(vm, Special::Iter)))
        return enter_special(vm, frame, at, *function, iterable, ReturnAction::Iter, dst);
    return deliver(vm, frame, dst, get_iterator(vm, iterable));
}

// --- async for ----------------------------------------------------------------------------------------------------

Frame* get_aiter(VM& vm, Frame* frame, const uint32_t* at) {
    Value iterable = frame->registers[instruction::b(*at)];
    auto dst = uint8_t(instruction::a(*at));
    Value method = vm.type_of(iterable)->special(vm, Special::AIter);
    if (!method)
        return raise_in(
            vm, vm.type_error("'async for' requires an object with __aiter__ method, got {}", vm.type_name(iterable)));
    if (instruction::c(*at)) {
        Generator* generator = as<Generator>(iterable);
        frame->registers[dst + 2] = Value::boolean(generator && is_fresh(*generator, frame, at));
    }
    auto iterator = vm::call_if_bound(vm, method, {iterable});
    if (iterator.is_error())
        return raise_in(vm, iterator.error());
    if (!iterator.release())
        return raise_in(vm, missing_async_method(vm, iterable, Special::AIter));
    if (!vm.type_of(iterator.release())->special(vm, Special::ANext))
        return raise_in(
            vm, vm.type_error("'async for' received an object from __aiter__ that does not implement __anext__: {}",
                              vm.type_name(iterator.release())));
    frame->registers[dst] = iterator.release();
    return frame;
}

// What Await takes for the result of __anext__.
static Frame* take_async_next(VM& vm, Frame* frame, uint8_t dst, Value awaitable) {
    auto converted = awaitable_iterator(vm, awaitable);
    if (converted.is_error()) {
        Raised raised =
            vm.type_error("'async for' received an invalid object from __anext__: {}", vm.type_name(awaitable));
        Heap::store(raised.exception, raised.exception->cause, converted.exception());
        Heap::store(raised.exception, raised.exception->context, converted.exception());
        raised.exception->flags |= Exception::SUPPRESS_CONTEXT;
        return raise_in(vm, raised);
    }
    frame->registers[dst] = converted.release();
    return frame;
}

// An async generator itself stands for the operation of its __anext__: Await advances it.
Frame* get_anext(VM& vm, Frame* frame, const uint32_t* at) {
    Value iterator = frame->registers[instruction::b(*at)];
    auto dst = uint8_t(instruction::a(*at));
    if (Generator* generator = as<Generator>(iterator);
        generator && generator->flavor() == Coroutine::Flavor::AsyncGenerator) {
        frame->registers[dst] = iterator;
        return frame;
    }
    Value method = vm.type_of(iterator)->special(vm, Special::ANext);
    if (!method)
        return raise_in(vm, vm.type_error("'async for' requires an iterator with __anext__ method, got {}",
                                          vm.type_name(iterator)));
    if (Function* function = as<Function>(method))
        return enter_special(vm, frame, at, *function, iterator, ReturnAction::AsyncNext, dst);
    auto item = vm::call_if_bound(vm, method, {iterator});
    if (item.is_error())
        return raise_in(vm, item.error());
    if (!item.release())
        return raise_in(vm, missing_async_method(vm, iterator, Special::ANext));
    return take_async_next(vm, frame, dst, item.release());
}

Frame* end_async_for(VM& vm, Frame* frame, const uint32_t* at) {
    auto* exception = static_cast<Exception*>(frame->registers[instruction::a(*at)].object());
    if (!is_exception_of(exception, vm, ExceptionId::StopAsyncIteration))
        return raise_in(vm, Raised{exception});
    frame->pc = at + 2 + int32_t(at[1]);
    return frame;
}

// --- What happens after script methods of iteration ---------------------------------------------------------------

static Frame* check_iterator(VM& vm, Frame* frame, Frame* callee, Value value) {
    if (!vm.type_of(value)->special(vm, Special::Next))
        return raise_in(vm, vm.type_error("iter() returned non-iterator of type '{}'", vm.type_name(value)));
    frame->registers[callee->dst] = value;
    return frame;
}

static Frame* check_await_iterator(VM& vm, Frame* frame, Frame* callee, Value value) {
    auto checked = check_awaited_iterator(vm, value);
    if (checked.is_error())
        return raise_in(vm, checked.error());
    frame->registers[callee->dst] = value;
    return frame;
}

Frame* finish_iteration(VM& vm, Frame* callee, Value value) {
    Frame* frame = callee->caller;
    switch (callee->action) {
    case ReturnAction::ForNext:
        return loop_with(frame, callee->at, value);
    case ReturnAction::Iter:
        return check_iterator(vm, frame, callee, value);
    case ReturnAction::AwaitIter:
        return check_await_iterator(vm, frame, callee, value);
    case ReturnAction::AsyncNext:
        return take_async_next(vm, frame, callee->dst, value);
    case ReturnAction::GetAttrFallback:
        frame->registers[callee->dst] = value;
        return frame;
    default:
        OURO_VERIFY(false);
    }
    return frame;
}

Frame* finish_raise(VM& vm, Frame* callee) {
    Frame* frame = callee->caller;
    Exception* exception = vm.thread->raised;
    switch (callee->action) {
    case ReturnAction::ForNext: // a script __next__; generators never raise StopIteration
        if (callee->generator() || !is_exception_of(exception, vm, ExceptionId::StopIteration))
            return nullptr;
        return frame;
    case ReturnAction::GetAttrFallback: {
        if (!is_exception_of(exception, vm, ExceptionId::AttributeError))
            return nullptr;
        const uint32_t* at = frame->pc - 2;
        Value object = frame->registers[instruction::b(*at)];
        Value fallback = vm.type_of(object)->special(vm, Special::GetAttr);
        if (!fallback)
            return nullptr;
        Value name = frame->code->caches[at[1]].name;
        if (Function* function = as<Function>(fallback)) {
            Value arguments[] = {object, name};
            vm.thread->raised = nullptr;
            if (Frame* next = enter_function(vm, frame, *function, arguments, ReturnAction::Store, callee->dst))
                return next;
            return nullptr;
        }
        auto found = call_found(vm, fallback, {object, name});
        if (found.is_error()) {
            vm.thread->raised = found.exception();
            return nullptr;
        }
        frame->registers[callee->dst] = found.release();
        return frame;
    }
    case ReturnAction::Delegate:
        return finish_delegate_raise(vm, callee);
    default:
        return nullptr;
    }
}

} // namespace ouro::vm::instructions
