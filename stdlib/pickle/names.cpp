// SPDX-License-Identifier: MIT
//
// Names in pickles.
#include "stdlib/pickle/names.hpp"

#include "vm/run/import.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

Result<Value> get_dotted(VM& vm, Value root, std::string_view name) {
    for (;;) {
        size_t dot = name.find('.');
        root = TRY(get_attribute(vm, root, intern(vm, name.substr(0, dot))));
        if (dot == name.npos)
            return root;
        name.remove_prefix(dot + 1);
    }
}

Result<Value> find_dotted(VM& vm, Value root, std::string_view name) {
    auto found = get_dotted(vm, root, name);
    if (found.is_error() && is_exception_of(found.exception(), vm, ExceptionId::AttributeError))
        return Value();
    return found;
}

bool is_local_name(std::string_view name) {
    for (size_t at = 0; at <= name.size();) {
        size_t end = std::min(name.find('.', at), name.size());
        if (name.substr(at, end - at) == "<locals>")
            return true;
        at = end + 1;
    }
    return false;
}

// Names are mapped as pairs of module and name, or else the module is alone.
static Result<void> map_name(VM& vm, GlobalName& name, const char* pairs, const char* modules) {
    Value tables = TRY(import_absolute(vm, "_compat_pickle"));
    Value pair = make_tuple(vm, {name.module, name.name});
    Dict* by_pair = as<Dict>(TRY(get_attribute(vm, tables, pairs)));
    Dict* by_module = as<Dict>(TRY(get_attribute(vm, tables, modules)));
    if (Value found = by_pair ? TRY(dict_get(vm, *by_pair, pair)) : Value()) {
        Tuple* mapped = as<Tuple>(found);
        if (!mapped || mapped->size() != 2 || !as<Str>((*mapped)[0]) || !as<Str>((*mapped)[1]))
            return vm.runtime_error("_compat_pickle.{} values should be pairs of str", pairs);
        name = {as<Str>((*mapped)[0]), as<Str>((*mapped)[1])};
    } else if (Value module = by_module ? TRY(dict_get(vm, *by_module, name.module)) : Value()) {
        if (!as<Str>(module))
            return vm.runtime_error("_compat_pickle.{} values should be strings, not {}", modules,
                                    vm.type_name(module));
        name.module = as<Str>(module);
    }
    return {};
}

Result<void> to_old_name(VM& vm, GlobalName& name) {
    return map_name(vm, name, "REVERSE_NAME_MAPPING", "REVERSE_IMPORT_MAPPING");
}

Result<void> from_old_name(VM& vm, GlobalName& name) { return map_name(vm, name, "NAME_MAPPING", "IMPORT_MAPPING"); }

} // namespace ouro::stdlib
