// SPDX-License-Identifier: MIT
//
// Builtin functions on any object: ascii callable delattr dir format getattr hasattr hash id isinstance issubclass repr
// setattr vars, and globals and locals, which look at the calling frame.
#include "stdlib/builtins/builtins.hpp"

#include "vm/run/enter.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/model/core.hpp"
#include "vm/objects/list/sort.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- Attributes -----------------------------------------------------------------------------------------------------

static Result<Str*> attribute_name(VM& vm, Value name) {
    Str* text = as<Str>(name);
    if (!text)
        return vm.type_error("attribute name must be string, not '{}'", vm.type_name(name));
    return intern(vm, text);
}

static Result<Value> builtin_getattr(VM& vm, Value object, Value name, Value otherwise) {
    Str* attribute = TRY(attribute_name(vm, name));
    if (otherwise.is_empty())
        return get_attribute(vm, object, attribute);
    Value found = TRY(find_attribute(vm, object, attribute));
    return found.is_empty() ? otherwise : found;
}

static Result<bool> builtin_hasattr(VM& vm, Value object, Value name) {
    return !TRY(find_attribute(vm, object, TRY(attribute_name(vm, name)))).is_empty();
}

static Result<void> builtin_setattr(VM& vm, Value object, Value name, Value value) {
    return set_attribute(vm, object, TRY(attribute_name(vm, name)), value);
}

static Result<void> builtin_delattr(VM& vm, Value object, Value name) {
    return delete_attribute(vm, object, TRY(attribute_name(vm, name)));
}

// --- Namespaces -----------------------------------------------------------------------------------------------------

static Result<Frame*> calling_frame(VM& vm) {
    Frame* frame = current_frame(vm);
    if (!frame)
        return vm.runtime_error("no current frame");
    return frame;
}

static Result<Value> builtin_globals(VM& vm) {
    FrameObject* frame = frame_object(vm, *TRY(calling_frame(vm)));
    return frame->globals;
}

static Result<Value> builtin_locals(VM& vm) { return frame_locals(vm, *TRY(calling_frame(vm))); }

static Result<Value> builtin_vars(VM& vm, Value object) {
    if (object.is_empty())
        return builtin_locals(vm);
    Value found = TRY(find_attribute(vm, object, vm.names.dunder_dict));
    if (found.is_empty())
        return vm.type_error("vars() argument must have __dict__ attribute");
    return found;
}

static Result<Value> builtin_dir(VM& vm, Value object) {
    List* names = make_list(vm);
    if (object.is_empty()) {
        Value variables = TRY(builtin_locals(vm));
        TRY(list_extend(vm, *names, variables));
    } else {
        Value listed = TRY(call_special(vm, object, Special::Dir));
        if (listed.is_empty())
            return vm.type_error("object does not provide __dir__");
        TRY(list_extend(vm, *names, listed));
    }
    TRY(list_sort(vm, *names, {}, false));
    return names;
}

// --- Classes, identity, text ---------------------------------------------------------------------------------------

static Result<bool> builtin_isinstance(VM& vm, Value object, Value classes) { return is_instance(vm, object, classes); }
static Result<bool> builtin_issubclass(VM& vm, Value type, Value classes) { return is_subclass(vm, type, classes); }
static bool builtin_callable(VM& vm, Value object) { return is_callable(vm, object); }

static Result<Value> builtin_hash(VM& vm, Value object) { return make_int(vm, int64_t(TRY(hash(vm, object)))); }

// The address of objects; numbers and singletons have none, their bits are as unique.
static Value builtin_id(VM& vm, Value object) { return make_int_unsigned(vm, object.bits()); }

static Result<Value> builtin_repr(VM& vm, Value object) { return TRY(repr(vm, object)); }
static Result<Value> builtin_ascii(VM& vm, Value object) { return TRY(ascii(vm, object)); }

static Result<Value> builtin_format(VM& vm, Value value, Value specification) {
    Str* text = specification.is_empty() ? vm.names.empty : as<Str>(specification);
    if (!text)
        return vm.type_error("format() argument 2 must be str, not {}", vm.type_name(specification));
    return TRY(format(vm, value, text));
}

static constexpr NativeDef FUNCTIONS[] = {
    fn<builtin_getattr>("getattr(object, name, default=<unset>, /)", "Get a named attribute from an object."),
    fn<builtin_hasattr>("hasattr(obj, name, /)", "Return whether the object has an attribute with the given name."),
    fn<builtin_setattr>("setattr(obj, name, value, /)", "Set the named attribute to the value."),
    fn<builtin_delattr>("delattr(obj, name, /)", "Delete the named attribute."),
    fn<builtin_globals>("globals()", "Return the dictionary of the current module's variables."),
    fn<builtin_locals>("locals()", "Return a dictionary of the current scope's local variables."),
    fn<builtin_vars>("vars(object=<unset>, /)", "Return an object's __dict__, or locals()."),
    fn<builtin_dir>("dir(object=<unset>, /)", "Return the names of an object's attributes, or of the current scope."),
    fn<builtin_isinstance>("isinstance(obj, class_or_tuple, /)", "Return whether an object is an instance of a class."),
    fn<builtin_issubclass>("issubclass(cls, class_or_tuple, /)", "Return whether a class derives from another class."),
    fn<builtin_callable>("callable(obj, /)", "Return whether the object can be called."),
    fn<builtin_hash>("hash(obj, /)", "Return the hash value of an object."),
    fn<builtin_id>("id(obj, /)", "Return the identity of an object."),
    fn<builtin_repr>("repr(obj, /)", "Return the canonical string representation of the object."),
    fn<builtin_ascii>("ascii(obj, /)", "Return repr(obj) with all but ASCII characters escaped."),
    fn<builtin_format>("format(value, format_spec=<unset ''>, /)",
                       "Return type(value).__format__(value, format_spec)."),
};

std::span<const NativeDef> builtin_object_functions() { return FUNCTIONS; }

} // namespace ouro::stdlib
