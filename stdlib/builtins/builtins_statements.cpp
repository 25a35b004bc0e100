// SPDX-License-Identifier: MIT
//
// The functions behind statements: __build_class__ (Reference 3.3.3, "Customizing class creation") and __import__.
#include "stdlib/builtins/builtins.hpp"

#include "vm/run/import.hpp"
#include "vm/run/enter.hpp"
#include "vm/model/core.hpp"
#include "vm/model/class.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- __build_class__ ------------------------------------------------------------------------------------------------

// The bases with those that are no classes replaced by what their __mro_entries__ give (PEP 560).
static Result<Tuple*> resolve_bases(VM& vm, Tuple* bases) {
    List* resolved = nullptr;
    for (size_t i = 0; i < bases->size(); i++) {
        Value base = (*bases)[i];
        Value entries_method =
            as<Type>(base) ? Value() : TRY(find_attribute(vm, base, "__mro_entries__"));
        if (!entries_method) {
            if (resolved)
                TRY(list_append(vm, *resolved, base));
            continue;
        }
        if (!resolved)
            resolved = make_list(vm, std::span<const Value>(bases->items(), i));
        Value entries = TRY(call(vm, entries_method, {Value(bases)}));
        if (!as<Tuple>(entries))
            return vm.type_error("__mro_entries__ must return a tuple");
        TRY(list_extend(vm, *resolved, entries));
    }
    return resolved ? make_tuple(vm, std::span<const Value>(resolved->items(), resolved->size())) : bases;
}

static Result<Value> choose_metaclass(VM& vm, Tuple* bases, Dict& keywords) {
    Value given = TRY(dict_remove(vm, keywords, Value(vm.names.metaclass)));
    if (given.is_empty())
        given = bases->size() ? vm.type_of((*bases)[0]) : vm.types.type;
    Type* metaclass = as<Type>(given);
    return metaclass ? Value(TRY(calculate_metaclass(vm, metaclass, bases))) : given;
}

static Result<Dict*> prepare_namespace(VM& vm, Value metaclass, Value name, Tuple* bases, Dict& keywords) {
    if (metaclass == Value(vm.types.type))
        return make_dict(vm);
    Value prepare = TRY(find_attribute(vm, metaclass, vm.special_name(Special::Prepare)));
    if (prepare.is_empty())
        return make_dict(vm);
    Value arguments[] = {name, bases};
    Value prepared = TRY(call_with_dict(vm, prepare, arguments, &keywords));
    if (Dict* ns = as<Dict>(prepared))
        return ns;
    std::string_view shown = as<Type>(metaclass) ? as<Type>(metaclass)->name->view() : "<metaclass>";
    if (!vm.type_of(prepared)->special(vm, Special::GetItem))
        return vm.type_error("{}.__prepare__() must return a mapping, not {}", shown, vm.type_name(prepared));
    return vm.not_implemented_error("{}.__prepare__() must return a dict, not {}", shown, vm.type_name(prepared));
}

static Result<Value> build_class(VM& vm, Args args, Kwargs keywords) {
    if (args.size() < 2)
        return vm.type_error("__build_class__: not enough arguments");
    Function* body = as<Function>(args[0]);
    if (!body)
        return vm.type_error("__build_class__: func must be a function");
    if (!as<Str>(args[1]))
        return vm.type_error("__build_class__: name is not a string");
    Tuple* written = make_tuple(vm, args.subspan(2));
    Tuple* bases = TRY(resolve_bases(vm, written));
    Value metaclass = TRY(choose_metaclass(vm, bases, keywords));
    Dict* ns = TRY(prepare_namespace(vm, metaclass, args[1], bases, keywords));
    TRY(run_class_body(vm, *body, ns));
    if (bases != written)
        dict_set(vm, *ns, intern(vm, "__orig_bases__"), written);
    Value arguments[] = {args[1], bases, ns};
    return call_with_dict(vm, metaclass, arguments, &keywords);
}

static constexpr NativeDef FUNCTIONS[] = {
    fn<build_class>("__build_class__(*args, **kwargs)", "Used by the class statement."),
    fn<builtin_import>("__import__(name, globals=<unset>, locals=None, fromlist=None, level=0)", "Import a module."),
};

std::span<const NativeDef> builtin_statement_functions() { return FUNCTIONS; }

} // namespace ouro::stdlib
