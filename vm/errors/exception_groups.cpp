// SPDX-License-Identifier: MIT
//
// BaseExceptionGroup and ExceptionGroup (PEP 654; Library Reference, "Exception groups"), and the machinery of
// `except*`.
//
// Splitting walks the tree of groups and rebuilds it twice, for what matches and for what does not; an untouched side
// is None and a group that matches as a whole stays itself. Each rebuilt group is made by the original's `derive`,
// which subclasses override, and takes over traceback, cause, context and a copy of the notes.
#include "vm/errors/exception_groups.hpp"

#include "vm/errors/exception_members.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/model/core.hpp"
#include "vm/model/generic_alias.hpp"

#include <unordered_set>

namespace ouro::vm {

bool is_exception_group(VM& vm, Value value) {
    Exception* exception = as<Exception>(value);
    return exception && is_exception_of(exception, vm, ExceptionId::BaseExceptionGroup);
}

Tuple* group_exceptions(Exception& group) { return static_cast<Tuple*>(group.field(field::EXCEPTIONS).object()); }

// --- Making ---------------------------------------------------------------------------------------------------------

static Result<Tuple*> check_members(VM& vm, Value exceptions) {
    bool is_sequence = !as<Dict>(exceptions) && vm.type_of(exceptions)->special(vm, Special::GetItem);
    if (!is_sequence)
        return vm.type_error("second argument (exceptions) must be a sequence");
    Tuple* members = TRY(tuple_from(vm, exceptions));
    if (members->size() == 0)
        return vm.value_error("second argument (exceptions) must be a non-empty sequence");
    for (size_t i = 0; i < members->size(); i++) {
        if (!as<Exception>((*members)[i]))
            return vm.value_error("Item {} of second argument (exceptions) is not an exception", i);
    }
    return members;
}

// BaseExceptionGroup becomes ExceptionGroup where it can; types that are Exceptions refuse other members.
static Result<Type*> group_type(VM& vm, Type* type, Tuple& members) {
    bool nested_base = false;
    for (size_t i = 0; i < members.size(); i++)
        nested_base |= !is_exception_of(as<Exception>(members[i]), vm, ExceptionId::Exception);
    if (type == vm.exception_type(ExceptionId::BaseExceptionGroup))
        return nested_base ? type : vm.exception_type(ExceptionId::ExceptionGroup);
    if (!nested_base || !type->is_subtype_of(vm.exception_type(ExceptionId::Exception)))
        return type;
    if (type == vm.exception_type(ExceptionId::ExceptionGroup))
        return vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup");
    return vm.type_error("Cannot nest BaseExceptions in '{}'", type->name->view());
}

static Result<Exception*> construct_group(VM& vm, Type* type, Value message, Value exceptions) {
    Tuple* members = TRY(check_members(vm, exceptions));
    type = TRY(group_type(vm, type, *members));
    auto* group = static_cast<Exception*>(allocate_instance(vm, type));
    Heap::store(group, group->args, make_tuple(vm, {message, exceptions}));
    exception_set_field(vm, *group, field::MESSAGE, message);
    exception_set_field(vm, *group, field::EXCEPTIONS, members);
    return group;
}

Result<Exception*> make_exception_group(VM& vm, std::string_view message, std::span<const Value> exceptions) {
    Value text = TRY(make_str(vm, message));
    return construct_group(vm, vm.exception_type(ExceptionId::BaseExceptionGroup), text, make_list(vm, exceptions));
}

static Result<Value> group_new(VM& vm, Type* type, Args args, Kwargs) {
    if (args.size() != 2)
        return vm.type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", args.size());
    if (!as<Str>(args[0]))
        return vm.type_error("BaseExceptionGroup.__new__() argument 1 must be str, not {}", vm.type_name(args[0]));
    return TRY(construct_group(vm, type, args[0], args[1]));
}

static Result<void> group_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    if (keywords.size() > 0)
        return vm.type_error("{}() takes no keyword arguments", self.type()->name->view());
    Heap::store(&self, self.args, make_tuple(vm, args));
    return {};
}

static Result<Value> group_str(VM& vm, Exception& self) {
    size_t count = group_exceptions(self)->size();
    std::string_view message = TRY(str(vm, self.field(field::MESSAGE)))->view();
    return TRY(make_str(vm, fmt::format("{} ({} sub-exception{})", message, count, count == 1 ? "" : "s")));
}

static Result<Value> group_derive(VM& vm, Exception& self, Value exceptions) {
    return TRY(construct_group(vm, vm.exception_type(ExceptionId::BaseExceptionGroup), self.field(field::MESSAGE),
                               exceptions));
}

// --- Splitting ------------------------------------------------------------------------------------------------------

// What selects exceptions: a class, tuple of classes, predicate, or a set of exceptions by identity.
struct Matcher {
    Value condition;
    const std::unordered_set<const Object*>* members = nullptr;

    Result<bool> operator()(VM& vm, Exception* exception) const {
        if (members)
            return members->contains(exception);
        if (as<Type>(condition) || as<Tuple>(condition))
            return exception_matches(vm, exception, condition);
        return truth(vm, TRY(call(vm, condition, {Value(exception)})));
    }
};

static Result<void> check_condition(VM& vm, Value condition) {
    auto is_exception_class = [](Value value) {
        Type* type = as<Type>(value);
        return type && type->has(Type::EXCEPTION);
    };
    bool valid = is_exception_class(condition) || (!as<Type>(condition) && is_callable(vm, condition));
    if (Tuple* types = as<Tuple>(condition)) {
        valid = true;
        for (size_t i = 0; i < types->size(); i++)
            valid = valid && is_exception_class((*types)[i]);
    }
    if (!valid)
        return vm.type_error(
            "expected an exception type, a tuple of exception types, or a callable (other than a class)");
    return {};
}

// A group with the members `exceptions` in place of those of `original`; None when there are none.
static Result<Value> subset(VM& vm, Exception& original, List* exceptions) {
    if (exceptions->size() == 0)
        return Value::none();
    Value made = TRY(call_method(vm, &original, "derive", {Value(exceptions)}));
    if (!is_exception_group(vm, made))
        return vm.type_error("derive must return an instance of BaseExceptionGroup");
    Exception* group = as<Exception>(made);
    if (original.traceback)
        Heap::store(group, group->traceback, original.traceback);
    Heap::store(group, group->context, original.context);
    Heap::store(group, group->cause, original.cause);
    group->flags |= Exception::SUPPRESS_CONTEXT;
    Value notes = TRY(find_attribute(vm, &original, vm.names.dunder_notes));
    if (!notes.is_empty() && vm.type_of(notes)->special(vm, Special::GetItem)) {
        List* copy = make_list(vm);
        TRY(list_extend(vm, *copy, notes));
        TRY(set_attribute(vm, group, vm.names.dunder_notes, copy));
    }
    return group;
}

static constexpr unsigned MAX_NESTING = 10000; // CPython's limit of native recursion

static Result<GroupMatch> split(VM& vm, Exception& exception, const Matcher& matcher, bool want_rest,
                                unsigned depth = 0) {
    TRY(vm.check_native_stack());
    if (depth > MAX_NESTING)
        return vm.recursion_error("maximum recursion depth exceeded in exception_group_split_recursive");
    if (TRY(matcher(vm, &exception)))
        return GroupMatch{&exception, Value::none()};
    if (!is_exception_group(vm, &exception))
        return GroupMatch{Value::none(), want_rest ? Value(&exception) : Value::none()};
    List* matching = make_list(vm);
    List* rest = make_list(vm);
    Tuple* members = group_exceptions(exception);
    for (size_t i = 0; i < members->size(); i++) {
        GroupMatch parts = TRY(split(vm, *as<Exception>((*members)[i]), matcher, want_rest, depth + 1));
        if (!parts.matching.is_none())
            TRY(list_append(vm, *matching, parts.matching));
        if (!parts.rest.is_none())
            TRY(list_append(vm, *rest, parts.rest));
    }
    Value matching_group = TRY(subset(vm, exception, matching));
    return GroupMatch{matching_group, TRY(subset(vm, exception, rest))};
}

static Result<Value> group_split(VM& vm, Exception& self, Value condition) {
    TRY(check_condition(vm, condition));
    GroupMatch parts = TRY(split(vm, self, {condition}, true));
    return make_tuple(vm, {parts.matching, parts.rest});
}

static Result<Value> group_subgroup(VM& vm, Exception& self, Value condition) {
    TRY(check_condition(vm, condition));
    return TRY(split(vm, self, {condition}, false)).matching;
}

// --- except* --------------------------------------------------------------------------------------------------------

static Result<void> check_catchable(VM& vm, Value type) {
    // A tuple of no classes has nothing to complain of and matches nothing.
    TRY(exception_matches(vm, make_exception(vm, ExceptionId::Exception, ""), type));
    auto is_group_class = [&](Value value) {
        return as<Type>(value)->is_subtype_of(vm.exception_type(ExceptionId::BaseExceptionGroup));
    };
    bool group = false;
    if (Tuple* types = as<Tuple>(type)) {
        for (size_t i = 0; i < types->size(); i++)
            group |= is_group_class((*types)[i]);
    } else {
        group = is_group_class(type);
    }
    if (group)
        return vm.type_error("catching ExceptionGroup with except* is not allowed. Use except instead.");
    return {};
}

Result<GroupMatch> match_group(VM& vm, Value value, Value type) {
    TRY(check_catchable(vm, type));
    Exception* exception = as<Exception>(value);
    if (!exception)
        return GroupMatch{Value::none(), Value::none()};
    bool is_group = is_exception_group(vm, value);
    if (TRY(exception_matches(vm, exception, type))) {
        if (is_group)
            return GroupMatch{value, Value::none()};
        return GroupMatch{TRY(construct_group(vm, vm.exception_type(ExceptionId::BaseExceptionGroup), vm.names.empty,
                                              make_tuple(vm, {value}))),
                          Value::none()};
    }
    if (!is_group)
        return GroupMatch{Value::none(), value};
    Value pair = TRY(call_method(vm, value, "split", {type}));
    Tuple* parts = as<Tuple>(pair);
    if (!parts)
        return vm.type_error("{}.split must return a tuple, not {}", vm.type_name(value), vm.type_name(pair));
    if (parts->size() < 2)
        return vm.type_error("{}.split must return a 2-tuple, got tuple of size {}", vm.type_name(value),
                             parts->size());
    return GroupMatch{(*parts)[0], (*parts)[1]};
}

static void collect_leaves(VM& vm, Exception& exception, std::unordered_set<const Object*>& leaves) {
    if (!is_exception_group(vm, &exception)) {
        leaves.insert(&exception);
        return;
    }
    Tuple* members = group_exceptions(exception);
    for (size_t i = 0; i < members->size(); i++)
        collect_leaves(vm, *as<Exception>((*members)[i]), leaves);
}

// Parts of one group share these; what a clause raised anew does not.
static bool is_part_of(VM& vm, Exception& exception, Exception& original) {
    return is_exception_group(vm, &exception) && exception.traceback == original.traceback &&
           exception.cause == original.cause && exception.context == original.context;
}

Result<Value> reraise_group(VM& vm, Value original_value, Value raised_value) {
    Exception& original = *as<Exception>(original_value);
    List& all = *as<List>(raised_value);
    List* raised = make_list(vm);
    std::unordered_set<const Object*> leaves; // of the parts of the original that are raised again
    for (size_t i = 0; i < all.size(); i++) {
        Exception* exception = as<Exception>(all[i]);
        if (!exception)
            continue;
        if (!is_exception_group(vm, &original))
            return exception; // a bare exception meets one clause at most
        if (is_part_of(vm, *exception, original))
            collect_leaves(vm, *exception, leaves);
        else
            TRY(list_append(vm, *raised, exception));
    }
    Value again = Value::none();
    if (!leaves.empty())
        again = TRY(split(vm, original, {Value(), &leaves}, false)).matching;
    if (raised->size() == 0)
        return again;
    if (!again.is_none())
        TRY(list_append(vm, *raised, again));
    if (raised->size() == 1)
        return (*raised)[0];
    return TRY(make_exception_group(vm, "", std::span(raised->items(), raised->size())));
}

// --- Members --------------------------------------------------------------------------------------------------------

static Result<void> refuse_assignment(VM& vm, Exception&, Value) {
    return vm.raise(ExceptionId::AttributeError, "readonly attribute");
}

constinit const NativeDef group_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<group_new>("__new__(cls, /, *args, **kwargs)"),
    fn<group_init>("__init__(self, /, *args, **kwargs)"),
    fn<group_str>("__str__(self, /)"),
    fn<group_derive>("derive(self, excs, /)", "A group with the same message and other exceptions."),
    fn<group_split>("split(self, matcher, /)", "A pair of groups: of what matches, and of the rest."),
    fn<group_subgroup>("subgroup(self, matcher, /)", "A group of what matches, or None."),
    get<exception_get_field<field::MESSAGE>, refuse_assignment>("message", "exception message"),
    get<exception_get_field<field::EXCEPTIONS>, refuse_assignment>("exceptions", "nested exceptions"),
};

} // namespace ouro::vm
