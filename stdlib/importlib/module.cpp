// SPDX-License-Identifier: MIT
//
// _importing: the engine's finders, loaders and specs by name, for the Python files of importlib.
#include "stdlib/embedded.hpp"
#include "vm/run/import.hpp"
#include "vm/run/module_loaders.hpp"
#include "vm/run/module_spec.hpp"

namespace ouro::stdlib {

using namespace vm;

static Result<Value> find_spec_of(VM& vm, std::string_view name) { return find_spec(vm, name); }

// Pairs of the name of each embedded module and whether it is a package.
static Result<List*> embedded_names(VM& vm) {
    List* names = make_list(vm);
    for (const EmbeddedModule& module : embedded_modules()) {
        Str* name = make_short_str(vm, module.name);
        TRY(list_append(vm, *names, make_tuple(vm, {name, Value::boolean(module.is_package)})));
    }
    return names;
}

static constexpr NativeDef MEMBERS[] = {
    fn<module_from_spec>("module_from_spec(spec)", "Make a module as its spec asks for it."),
    fn<find_spec_of>("find_spec(name)", "Return the spec of a module that is to be imported, or None."),
    fn<describe_any_module>("describe(module, spec)", "Set what a spec says of a module."),
    fn<embedded_names>("embedded_modules()", "Return the names of the modules in the binary that have source code."),
    type_constant("ModuleSpec", module_spec_type),
    type_constant("BuiltinImporter", builtin_importer_type),
    type_constant("FrozenImporter", frozen_importer_type),
    type_constant("PathFinder", path_finder_type),
    type_constant("FileFinder", file_finder_type),
    type_constant("SourceFileLoader", source_loader_type),
    type_constant("NamespaceLoader", namespace_loader_type),
};

extern const NativeModule importing_module;
constinit const NativeModule importing_module = {"_importing", nullptr, MEMBERS, std::size(MEMBERS)};

} // namespace ouro::stdlib
