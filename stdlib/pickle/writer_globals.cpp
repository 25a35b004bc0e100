// SPDX-License-Identifier: MIT
//
// What is pickled by name: classes, functions, singletons. The name is looked up at once, since a pickle that cannot be
// read must not be made.
#include "stdlib/pickle/writer.hpp"

#include "stdlib/pickle/names.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/run/import.hpp"

#include <algorithm>

namespace ouro::stdlib {

using namespace ouro::vm;

// The module in which `value` says it is, or the first that has it under that name, or __main__.
Result<Str*> PickleWriter::module_of(Value value, Str& name) {
    Value given = TRY(find_attribute(m_vm, value, m_vm.names.dunder_module));
    if (given && !given.is_none()) {
        Str* text = as<Str>(given);
        return text ? Result<Str*>(text) : m_vm.type_error("module name must be a string");
    }
    RootVector modules(m_vm.heap); // looking may import, and so change sys.modules
    for (DictEntry& entry : *m_vm.modules) {
        if (entry.key && as<Str>(entry.key) && !entry.value.is_none() && as<Str>(entry.key)->view() != "__main__") {
            modules.push(entry.key);
            modules.push(entry.value);
        }
    }
    for (size_t i = 0; i < modules.size(); i += 2) {
        if (TRY(find_dotted(m_vm, modules[i + 1], name.view())) == value)
            return as<Str>(modules[i]);
    }
    return m_vm.names.dunder_main;
}

Result<void> PickleWriter::check_found(Value value, Str& module, Str& name) {
    auto fail = [&](Exception* cause, std::string_view reason) -> Raised {
        Raised error = pickling_error(fmt::format("Can't pickle {}: {}", repr_text(m_vm, value), reason));
        if (cause)
            exception_set_context(*error.exception, cause);
        return error;
    };
    auto imported = import_absolute(m_vm, module.view());
    if (imported.is_error()) {
        Exception* cause = imported.exception();
        bool is_expected = is_exception_of(cause, m_vm, ExceptionId::ImportError) ||
                           is_exception_of(cause, m_vm, ExceptionId::ValueError);
        return is_expected ? fail(cause, exception_str(m_vm, *cause)) : imported.error();
    }
    auto found = get_dotted(m_vm, imported.release(), name.view());
    if (found.is_error()) {
        if (!is_exception_of(found.exception(), m_vm, ExceptionId::AttributeError))
            return found.error();
        return fail(found.exception(), fmt::format("it's not found as {}.{}", module.view(), name.view()));
    }
    if (found.release() != value)
        return fail(nullptr, fmt::format("it's not the same object as {}.{}", module.view(), name.view()));
    return {};
}

// A number in the place of a name that copyreg.add_extension gave one.
Result<bool> PickleWriter::save_extension(Str& module, Str& name) {
    Value copyreg = TRY(import_absolute(m_vm, "copyreg"));
    Dict* registry = as<Dict>(TRY(get_attribute(m_vm, copyreg, "_extension_registry")));
    if (!registry || registry->size() == 0)
        return false;
    Value code = TRY(dict_get(m_vm, *registry, make_tuple(m_vm, {&module, &name})));
    if (!code)
        return false;
    std::optional<int64_t> number = to_int64(code);
    if (!number || *number <= 0 || *number > INT32_MAX)
        return m_vm.runtime_error("extension code {} is out of range", repr_text(m_vm, code));
    if (*number <= 0xff)
        m_out.put(Op::Ext1, uint64_t(*number), 1);
    else if (*number <= 0xffff)
        m_out.put(Op::Ext2, uint64_t(*number), 2);
    else
        m_out.put(Op::Ext4, uint64_t(*number), 4);
    return true;
}

Result<void> PickleWriter::put_global(Str& module, Str& name) {
    GlobalName global{&module, &name};
    if (!has(3) && m_options.fix_imports)
        TRY(to_old_name(m_vm, global));
    struct Part {
        Str* text;
        const char* what;
    };
    m_out.put(Op::Global);
    for (Part part : {Part{global.module, "module"}, Part{global.name, "global"}}) {
        auto encoded = encode_text(m_vm, *part.text, has(3) ? "utf-8" : "ascii", "strict");
        if (encoded.is_error()) {
            Raised error = pickling_error(fmt::format("can't pickle {} identifier '{}' using pickle protocol {}",
                                                      part.what, part.text->view(), m_options.protocol));
            exception_set_context(*error.exception, encoded.exception());
            return error;
        }
        m_out.append(encoded.release()->view());
        m_out.append("\n");
    }
    return {};
}

// Names with dots, before protocol 4: getattr(getattr(first, second), third). None of the parts is memoized.
Result<void> PickleWriter::save_dotted_global(Str& module, std::string_view name) {
    Value getattr = TRY(get_attribute(m_vm, TRY(import_absolute(m_vm, "builtins")), "getattr"));
    size_t dots = size_t(std::count(name.begin(), name.end(), '.'));
    for (size_t i = 0; i < dots; i++) {
        TRY(save(getattr));
        if (!has(2))
            m_out.put(Op::Mark);
    }
    size_t dot = name.find('.');
    TRY(put_global(module, *TRY(make_str(m_vm, name.substr(0, dot)))));
    while (dot != name.npos) {
        name.remove_prefix(dot + 1);
        dot = name.find('.');
        TRY(save(TRY(make_str(m_vm, name.substr(0, dot)))));
        m_out.put(has(2) ? Op::Tuple2 : Op::Tuple);
        m_out.put(Op::Reduce);
    }
    return {};
}

// `name`: null where the object says it.
Result<void> PickleWriter::save_global(Value value, Str* name) {
    if (!name) {
        Value given = TRY(find_attribute(m_vm, value, m_vm.names.dunder_qualname));
        if (!given)
            given = TRY(get_attribute(m_vm, value, m_vm.names.dunder_name));
        name = as<Str>(given);
        if (!name)
            return m_vm.type_error("attribute name must be string, not '{}'", m_vm.type_name(given));
    }
    if (is_local_name(name->view()))
        return pickling_error(fmt::format("Can't pickle local object {}", repr_text(m_vm, value)));
    Str* module = TRY(module_of(value, *name));
    if (name == module && as<Type>(value)) // datetime.datetime: two strs, as in CPython
        name = TRY(make_str(m_vm, name->view()));
    TRY(check_found(value, *module, *name));
    if (has(2) && TRY(save_extension(*module, *name)))
        return {};
    if (has(4)) {
        TRY(save(module));
        TRY(save(name));
        m_out.put(Op::StackGlobal);
    } else if (name->view().find('.') != std::string_view::npos) {
        TRY(save_dotted_global(*module, name->view()));
    } else {
        TRY(put_global(*module, *name));
    }
    return memoize(value);
}

// The types of None, Ellipsis and NotImplemented have no name in builtins.
Result<void> PickleWriter::save_type(Value type) {
    Value instance = type == Value(m_vm.types.none_type)              ? Value::none()
                     : type == Value(m_vm.types.ellipsis_type)        ? Value::ellipsis()
                     : type == Value(m_vm.types.not_implemented_type) ? Value::not_implemented()
                                                                      : Value();
    if (!instance)
        return save_global(type, nullptr);
    Reduction reduction;
    reduction.callable = m_vm.types.type;
    reduction.arguments = make_tuple(m_vm, {instance});
    return save_reduction(reduction, type);
}

} // namespace ouro::stdlib
