// SPDX-License-Identifier: MIT
//
// The methods of BaseException (Library Reference, "Built-in Exceptions") and notes.
//
// All builtin exceptions have the layout of Exception. What families of them add (OSError.errno, ...) is in
// exception_types.cpp, groups are in exception_groups.cpp, the text of uncaught exceptions in traceback.cpp.
#include "vm/errors/exceptions.hpp"

#include "vm/errors/exception_members.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

// --- BaseException --------------------------------------------------------------------------------------------------

static Result<Value> base_new(VM& vm, Type* type, Args args, Kwargs) {
    auto* exception = static_cast<Exception*>(allocate_instance(vm, type));
    Heap::store(exception, exception->args, make_tuple(vm, args));
    return exception;
}

static Result<void> base_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    if (keywords.size() > 0)
        return vm.type_error("{}() takes no keyword arguments", self.type()->name->view());
    Heap::store(&self, self.args, make_tuple(vm, args));
    return {};
}

static Result<Value> base_str(VM& vm, Exception& self) {
    if (self.args->size() == 0)
        return vm.names.empty;
    if (self.args->size() == 1)
        return TRY(str(vm, (*self.args)[0]));
    return TRY(str(vm, self.args));
}

static Result<Value> base_repr(VM& vm, Exception& self) {
    std::string_view name = self.type()->name->view();
    if (self.args->size() == 1)
        return TRY(make_str(vm, fmt::format("{}({})", name, TRY(repr(vm, (*self.args)[0]))->view())));
    return TRY(make_str(vm, fmt::format("{}{}", name, TRY(repr(vm, self.args))->view())));
}

static Value get_args(Exception& self) { return self.args; }

static Result<void> set_args(VM& vm, Exception& self, Value value) {
    if (value.is_empty())
        return vm.type_error("args may not be deleted");
    Heap::store(&self, self.args, TRY(tuple_from(vm, value)));
    return {};
}

static Result<void> assign_traceback(VM& vm, Exception& self, Value value) {
    Traceback* traceback = as<Traceback>(value);
    if (!traceback && !value.is_none())
        return vm.type_error("__traceback__ must be a traceback or None");
    Heap::store(&self, self.traceback, traceback);
    return {};
}

static Value get_traceback(Exception& self) { return self.traceback ? Value(self.traceback) : Value::none(); }

static Result<void> set_traceback(VM& vm, Exception& self, Value value) {
    if (value.is_empty())
        return vm.type_error("__traceback__ may not be deleted");
    return assign_traceback(vm, self, value);
}

static Result<Value> with_traceback(VM& vm, Exception& self, Value traceback) {
    TRY(assign_traceback(vm, self, traceback));
    return &self;
}

static Value get_context(Exception& self) { return self.context ? Value(self.context) : Value::none(); }

static Result<void> set_context(VM& vm, Exception& self, Value value) {
    if (value.is_empty())
        return vm.type_error("__context__ may not be deleted");
    Exception* context = as<Exception>(value);
    if (!context && !value.is_none())
        return vm.type_error("exception context must be None or derive from BaseException");
    Heap::store(&self, self.context, context);
    return {};
}

static Value get_cause(Exception& self) { return self.cause ? Value(self.cause) : Value::none(); }

static Result<void> set_cause(VM& vm, Exception& self, Value value) {
    if (value.is_empty())
        return vm.type_error("__cause__ may not be deleted");
    Exception* cause = as<Exception>(value);
    if (!cause && !value.is_none())
        return vm.type_error("exception cause must be None or derive from BaseException");
    Heap::store(&self, self.cause, cause);
    self.flags |= Exception::SUPPRESS_CONTEXT;
    return {};
}

static bool get_suppress_context(Exception& self) { return self.flags & Exception::SUPPRESS_CONTEXT; }

static Result<void> set_suppress_context(VM& vm, Exception& self, Value value) {
    if (value.is_empty())
        return vm.type_error("can't delete numeric/char attribute");
    if (!value.is_bool())
        return vm.type_error("attribute value type must be bool");
    self.flags &= uint8_t(~Exception::SUPPRESS_CONTEXT);
    if (value.is_true())
        self.flags |= Exception::SUPPRESS_CONTEXT;
    return {};
}

// --- Notes (PEP 678) --- `__notes__` is an ordinary attribute of the instance, made by the first add_note.

Value exception_notes(VM& vm, Exception& exception) { return get_own_attribute(vm, &exception, vm.names.dunder_notes); }

void exception_set_notes(VM& vm, Exception& exception, Value notes) {
    set_own_attribute(vm, &exception, vm.names.dunder_notes, notes);
}

static Result<void> add_note(VM& vm, Exception& self, Value note) {
    if (!as<Str>(note))
        return vm.type_error("add_note() argument must be str, not {}", vm.type_name(note));
    Value notes = TRY(find_attribute(vm, &self, vm.names.dunder_notes));
    if (notes.is_empty()) {
        notes = make_list(vm);
        TRY(set_attribute(vm, &self, vm.names.dunder_notes, notes));
    }
    List* list = as<List>(notes);
    if (!list)
        return vm.type_error("Cannot add note: __notes__ is not a list");
    return list_append(vm, *list, note);
}

// --- Copying --- used by copy and by whatever calls __reduce__.

static Result<void> set_state(VM& vm, Exception& self, Value state) {
    if (state.is_none())
        return {};
    Dict* attributes = as<Dict>(state);
    if (!attributes)
        return vm.type_error("state is not a dictionary");
    for (DictEntry& entry : *dict_copy(vm, *attributes)) {
        if (entry.key.is_empty())
            continue;
        Str* name = as<Str>(entry.key);
        if (!name)
            return vm.type_error("attribute name must be string, not '{}'", vm.type_name(entry.key));
        TRY(set_attribute(vm, &self, intern(vm, name), entry.value));
    }
    return {};
}

Value reduce_exception(VM& vm, Exception& self, Tuple* arguments, Dict* state) {
    if (!state)
        state = instance_dict(vm, &self);
    if (state && state->size() > 0)
        return make_tuple(vm, {self.type(), arguments, state});
    return make_tuple(vm, {self.type(), arguments});
}

static Value reduce(VM& vm, Exception& self) { return reduce_exception(vm, self, self.args, nullptr); }

static Result<Dict*> get_dict(VM& vm, Exception& self) { return instance_dict(vm, &self); }
static Result<void> set_dict(VM& vm, Exception& self, Value value) {
    if (!value)
        return vm.type_error("cannot delete __dict__");
    return set_instance_dict(vm, &self, value);
}

constinit const NativeDef base_exception_members[] = {
    fn<base_new>("__new__(cls, /, *args, **kwargs)"),
    fn<base_init>("__init__(self, /, *args, **kwargs)"),
    fn<base_str>("__str__(self, /)"),
    fn<base_repr>("__repr__(self, /)"),
    fn<set_state>("__setstate__(self, state, /)"),
    fn<reduce>("__reduce__(self, /)"),
    fn<with_traceback>("with_traceback(self, tb, /)", "Set self.__traceback__ to tb and return self."),
    fn<add_note>("add_note(self, note, /)", "Add a note that is shown below the exception."),
    get<get_args, set_args>("args"),
    get<get_traceback, set_traceback>("__traceback__"),
    get<get_context, set_context>("__context__", "The exception that was being handled when this one was raised."),
    get<get_cause, set_cause>("__cause__", "The exception named by raise ... from."),
    get<get_dict, set_dict>("__dict__"),
    get<get_suppress_context, set_suppress_context>("__suppress_context__"),
};

} // namespace ouro::vm
