// SPDX-License-Identifier: MIT
//
// The text of uncaught exceptions, line by line what CPython 3.13 prints (Library Reference, traceback): stack entries
// with source lines and carets, messages with suggestions, notes, chains of causes and contexts, and groups as a tree.
//
// First the exceptions to show are collected into a tree of Nodes; every exception is shown once, so cycles end. Then
// the tree is written with the margin of the groups around it. with_carets is in traceback_carets.cpp, suggestion_text
// in suggestions.cpp.
#include "vm/errors/traceback.hpp"

#include "vm/errors/suggestions.hpp"
#include "vm/model/code.hpp"
#include "vm/errors/exception_groups.hpp"
#include "vm/errors/exception_members.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace ouro::vm {

// --- Stacks ---------------------------------------------------------------------------------------------------------

static StackEntry entry_of(Code& code, uint32_t pc) {
    const LineEntry& line = code.line_entry(pc);
    return {std::string(code.filename->view()), std::string(code.name->view()), line.line, line.end_line, line.column,
            line.end_column, code.text};
}

std::vector<StackEntry> stack_of(const Traceback* traceback) {
    std::vector<StackEntry> stack;
    for (; traceback; traceback = traceback->next) {
        if (traceback->code->has(Code::INTERNAL))
            continue;
        StackEntry entry = entry_of(*traceback->code, traceback->pc);
        if (traceback->line_override) {
            entry.line = entry.end_line = uint32_t(traceback->line_override);
            entry.column = entry.end_column = -1;
        }
        stack.push_back(std::move(entry));
    }
    return stack;
}

std::vector<StackEntry> running_stack(VM& vm, unsigned skip) {
    std::vector<StackEntry> stack;
    for (Frame* frame = current_frame(vm, skip); frame; frame = frame->caller) {
        if (!frame->code->has(Code::INTERNAL))
            stack.push_back(entry_of(*frame->code, frame->pc_offset()));
    }
    std::reverse(stack.begin(), stack.end());
    return stack;
}

// --- Source lines ---------------------------------------------------------------------------------------------------

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static std::string_view strip(std::string_view text) {
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

static size_t leading_blanks(std::string_view line) {
    size_t count = 0;
    while (count < line.size() && (line[count] == ' ' || line[count] == '\t'))
        count++;
    return count;
}

// Takes away the blanks that all lines with text begin with.
static void dedent(std::vector<std::string>& lines) {
    std::string_view margin;
    bool first = true;
    for (std::string& line : lines) {
        size_t blanks = leading_blanks(line);
        if (blanks == line.size()) {
            line.clear();
            continue;
        }
        std::string_view own = std::string_view(line).substr(0, blanks);
        if (first)
            margin = own;
        else
            margin = margin.substr(0, size_t(std::ranges::mismatch(margin, own).in1 - margin.begin()));
        first = false;
    }
    size_t width = margin.size();
    for (std::string& line : lines)
        line.erase(0, std::min(width, line.size()));
}

static size_t count_characters(std::string_view text) {
    return size_t(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

static std::string indented(std::string_view text, std::string_view margin) {
    std::string result;
    while (!text.empty()) {
        size_t end = text.find('\n');
        size_t length = end == std::string_view::npos ? text.size() : end + 1;
        result.append(margin).append(text.substr(0, length));
        text.remove_prefix(length);
    }
    return result;
}

std::string_view line_of(std::string_view text, uint32_t number) {
    for (uint32_t at = 1; at < number; at++) {
        size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return {};
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find('\n'));
}

std::string source_line(VM& vm, const Str* text, std::string_view filename, uint32_t number) {
    if (number == 0)
        return {};
    if (text)
        return std::string(line_of(text->view(), number));
    return vm.hooks.source_line ? vm.hooks.source_line(vm, filename, number) : "";
}

Str* running_text(VM& vm, std::string_view filename) {
    for (Frame* frame = current_frame(vm); frame; frame = frame->caller) {
        if (frame->code->filename->view() == filename)
            return frame->code->text;
    }
    return nullptr;
}

static std::vector<std::string> source_lines(VM& vm, const StackEntry& entry) {
    std::vector<std::string> lines;
    uint32_t last = std::max(entry.line, entry.end_line);
    for (uint32_t line = entry.line; line && line <= last; line++) {
        std::string text = source_line(vm, entry.text, entry.filename, line);
        while (!text.empty() && is_blank(text.back()))
            text.pop_back();
        lines.push_back(std::move(text));
    }
    return lines;
}

static std::string format_source(VM& vm, const StackEntry& entry) {
    std::vector<std::string> lines = source_lines(vm, entry);
    bool any = std::ranges::any_of(lines, [](const std::string& line) { return !strip(line).empty(); });
    if (!any)
        return {};
    if (entry.column < 0 || entry.end_column < 0)
        return fmt::format("    {}\n", strip(lines.front()));
    auto characters = [](const std::string& line, int32_t column) {
        return count_characters(std::string_view(line).substr(0, size_t(column)));
    };
    size_t start = characters(lines.front(), entry.column), end = characters(lines.back(), entry.end_column);
    size_t before = lines.front().size();
    dedent(lines);
    size_t removed = before - lines.front().size();
    std::vector<std::string> shown = with_carets(lines, start - std::min(start, removed), end - std::min(end, removed));
    dedent(shown);
    std::string result;
    for (const std::string& line : shown)
        result += fmt::format("    {}\n", line);
    return result;
}

std::string format_entry(VM& vm, const StackEntry& entry) {
    return fmt::format("  File \"{}\", line {}, in {}\n", entry.filename, entry.line, entry.name) +
           format_source(vm, entry);
}

std::string format_stack(VM& vm, const std::vector<StackEntry>& stack) {
    constexpr size_t SHOWN = 3;
    std::string result;
    size_t count = 0;
    auto close_run = [&] {
        if (count > SHOWN)
            result += fmt::format("  [Previous line repeated {} more time{}]\n", count - SHOWN,
                                  count - SHOWN > 1 ? "s" : "");
    };
    const StackEntry* last = nullptr;
    for (const StackEntry& entry : stack) {
        if (!last || last->line != entry.line || last->name != entry.name || last->filename != entry.filename) {
            close_run();
            count = 0;
        }
        last = &entry;
        if (++count <= SHOWN)
            result += format_entry(vm, entry);
    }
    close_run();
    return result;
}

// --- Messages -------------------------------------------------------------------------------------------------------

static std::string safe_text(VM& vm, Value value, const char* what, bool as_repr) {
    auto text = as_repr ? repr(vm, value) : str(vm, value);
    if (text.is_error())
        return fmt::format("<{} {}() failed>", what, as_repr ? "repr" : "str");
    return std::string(text.release()->view());
}

// "module.Type", without the module for builtins and the main script.
static std::string type_title(VM& vm, Type* type) {
    std::string_view name = type->qualname->view();
    auto found = find_attribute(vm, type, vm.names.dunder_module);
    if (found.is_error())
        return fmt::format("<unknown>.{}", name);
    Str* module = as<Str>(found.release());
    if (!module)
        return fmt::format("<unknown>.{}", name);
    if (module->view() == "builtins" || module->view() == "__main__")
        return std::string(name);
    return fmt::format("{}.{}", module->view(), name);
}

static std::string format_notes(VM& vm, Exception& exception) {
    auto found = find_attribute(vm, &exception, vm.names.dunder_notes);
    if (found.is_error())
        return fmt::format("Ignored error getting __notes__: {}\n",
                           safe_text(vm, found.exception(), "__notes__", true));
    Value notes = found.release();
    if (notes.is_empty() || notes.is_none())
        return {};
    if (!as<List>(notes) && !as<Tuple>(notes))
        return safe_text(vm, notes, "__notes__", true) + "\n";
    std::string result;
    (void)for_each(vm, notes, [&](Value note) -> Result<void> {
        result += safe_text(vm, note, "note", false) + "\n";
        return {};
    });
    return result;
}

// --- SyntaxError ----------------------------------------------------------------------------------------------------

// The source line with carets below the range [offset, end_offset), 1-based characters of the whole line.
static std::string format_syntax_line(std::string_view text, int64_t offset, int64_t end_offset, bool one_line) {
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    std::string_view shown = text;
    while (!shown.empty() && (shown.front() == ' ' || shown.front() == '\n' || shown.front() == '\f'))
        shown.remove_prefix(1);
    int64_t spaces = int64_t(text.size() - shown.size()), length = int64_t(count_characters(text));
    std::string result = fmt::format("    {}\n", shown);
    if (!one_line)
        end_offset = length + 1;
    else if (end_offset == 0)
        end_offset = offset;
    if (offset > length + 1)
        offset = length + 1;
    if (end_offset > length + 1)
        end_offset = length + 1;
    if (offset >= end_offset || end_offset < 0)
        end_offset = offset + 1;
    int64_t column = offset - 1 - spaces;
    if (column < 0)
        return result;
    result += "    ";
    for (int64_t i = 0; i < column; i++) // tabs stay, for alignment
        result += size_t(i) < shown.size() && shown[size_t(i)] == '\t' ? '\t' : ' ';
    result.append(size_t(end_offset - offset), '^');
    return result + "\n";
}

static std::string format_syntax_error(VM& vm, Exception& exception, const std::string& title) {
    Value filename = exception.field(field::SYNTAX_FILENAME), line = exception.field(field::LINENO);
    Value message = exception.field(field::SYNTAX_MESSAGE), offset = exception.field(field::OFFSET);
    auto is_set = [](Value value) { return !value.is_empty() && !value.is_none(); };
    std::string result, suffix;
    if (is_set(line))
        result = fmt::format("  File \"{}\", line {}\n",
                             is_set(filename) ? safe_text(vm, filename, "filename", false) : "<string>",
                             safe_text(vm, line, "line", false));
    else if (is_set(filename))
        suffix = fmt::format(" ({})", safe_text(vm, filename, "filename", false));
    if (Str* text = as<Str>(exception.field(field::TEXT))) {
        auto at = to_int64(offset);
        Value end_line = exception.field(field::END_LINENO);
        bool one_line = (is_set(line) ? line : Value::none()) == (is_set(end_line) ? end_line : Value::none());
        if (at)
            result += format_syntax_line(text->view(), *at, to_int64(exception.field(field::END_OFFSET)).value_or(0),
                                         one_line);
        else
            result += fmt::format("    {}\n", strip(text->view()));
    }
    bool has_message = is_set(message) && !(as<Str>(message) && as<Str>(message)->view().empty());
    return result + fmt::format("{}: {}{}\n", title,
                                has_message ? safe_text(vm, message, "message", false) : "<no detail available>",
                                suffix);
}

std::string format_exception_only(VM& vm, Exception& exception) {
    std::string title = type_title(vm, exception.type());
    if (is_exception_of(&exception, vm, ExceptionId::SyntaxError))
        return format_syntax_error(vm, exception, title) + format_notes(vm, exception);
    std::string text = exception_str(vm, exception) + suggestion_text(vm, exception);
    std::string line = text.empty() ? title + "\n" : fmt::format("{}: {}\n", title, text);
    return line + format_notes(vm, exception);
}

// --- Chains and groups ----------------------------------------------------------------------------------------------

namespace {

struct Node {
    explicit Node(Exception& shown) : exception(&shown) {}
    Exception* exception;
    Node* cause = nullptr;
    Node* context = nullptr;
    bool is_group = false;
    std::vector<Node*> members;
};

class Formatter {
public:
    Formatter(VM& vm, bool chain) : m_vm(vm), m_keep(vm.heap), m_chain(chain) {}

    std::string format(Exception& exception) {
        Node* root = add(exception);
        std::vector<Node*> waiting{root};
        while (!waiting.empty()) {
            Node* node = waiting.back();
            waiting.pop_back();
            link(*node, waiting);
        }
        write_chain(*root);
        return std::move(m_text);
    }

private:
    static constexpr size_t MAX_WIDTH = 15, MAX_DEPTH = 10;

    Node* add(Exception& exception) {
        m_seen.insert(&exception);
        m_keep.push(&exception);
        m_nodes.emplace_back(exception);
        return &m_nodes.back();
    }

    // Finds what hangs on `node`; in CPython's order, because an exception met twice is shown where it was met first.
    void link(Node& node, std::vector<Node*>& waiting) {
        Exception& exception = *node.exception;
        if (exception.cause && !m_seen.contains(exception.cause))
            node.cause = add(*exception.cause);
        bool wanted = !node.cause && !(exception.flags & Exception::SUPPRESS_CONTEXT);
        if (exception.context && wanted && !m_seen.contains(exception.context))
            node.context = add(*exception.context);
        node.is_group = is_exception_group(m_vm, &exception) && exception.fields;
        if (node.is_group) {
            Tuple* members = group_exceptions(exception);
            for (size_t i = 0; i < members->size(); i++)
                node.members.push_back(add(*as<Exception>((*members)[i])));
        }
        if (node.cause)
            waiting.push_back(node.cause);
        if (node.context)
            waiting.push_back(node.context);
        waiting.insert(waiting.end(), node.members.begin(), node.members.end());
    }

    void emit(std::string_view text, char margin = '|') {
        std::string indent(2 * m_depth, ' ');
        if (m_depth)
            indent.append({margin, ' '});
        m_text += indented(text, indent);
    }

    void write_chain(Node& last) {
        std::vector<std::pair<const char*, Node*>> chain;
        for (Node* node = &last; node;) {
            Node* next = nullptr;
            const char* link = nullptr;
            if (!m_chain) {
                // the exception alone
            } else if (node->cause) {
                next = node->cause;
                link = "\nThe above exception was the direct cause of the following exception:\n\n";
            } else if (node->context && !(node->exception->flags & Exception::SUPPRESS_CONTEXT)) {
                next = node->context;
                link = "\nDuring handling of the above exception, another exception occurred:\n\n";
            }
            chain.emplace_back(link, node);
            node = next;
        }
        for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
            if (at->first)
                emit(at->first);
            write_one(*at->second);
        }
    }

    void write_one(Node& node) {
        if (node.is_group && m_depth > MAX_DEPTH) {
            emit(fmt::format("... (max_group_depth is {})\n", MAX_DEPTH));
            return;
        }
        bool outermost = node.is_group && m_depth == 0;
        if (outermost)
            m_depth++;
        if (node.exception->traceback) {
            if (node.is_group)
                emit("Exception Group Traceback (most recent call last):\n", outermost ? '+' : '|');
            else
                emit("Traceback (most recent call last):\n");
            std::vector<StackEntry> stack = stack_of(node.exception->traceback);
            for (StackEntry& entry : stack) {
                if (!m_chain) // reports of ignored exceptions have no marks
                    entry.column = -1;
            }
            emit(format_stack(m_vm, stack));
        }
        emit(format_exception_only(m_vm, *node.exception));
        if (node.is_group)
            write_members(node);
        if (outermost)
            m_depth = 0;
    }

    void write_members(Node& node) {
        size_t total = node.members.size();
        size_t count = std::min(total, MAX_WIDTH + 1);
        m_need_close = false;
        for (size_t i = 0; i < count; i++) {
            bool last = i == count - 1, truncated = i >= MAX_WIDTH;
            if (last)
                m_need_close = true; // by the innermost group at the end
            std::string title = truncated ? "..." : std::to_string(i + 1);
            m_text += fmt::format("{}{}+---------------- {} ----------------\n", std::string(2 * m_depth, ' '),
                                  i == 0 ? "+-" : "  ", title);
            m_depth++;
            if (truncated)
                emit(fmt::format("and {} more exception{}\n", total - MAX_WIDTH, total - MAX_WIDTH > 1 ? "s" : ""));
            else
                write_chain(*node.members[i]);
            if (last && m_need_close) {
                m_text += std::string(2 * m_depth, ' ') + "+------------------------------------\n";
                m_need_close = false;
            }
            m_depth--;
        }
    }

    VM& m_vm;
    RootVector m_keep;
    std::deque<Node> m_nodes;
    std::unordered_set<Exception*> m_seen;
    std::string m_text;
    bool m_chain;
    size_t m_depth = 0; // of groups
    bool m_need_close = false;
};

} // namespace

std::string format_exception(VM& vm, Exception& exception, bool chain) {
    return Formatter(vm, chain).format(exception);
}

} // namespace ouro::vm
