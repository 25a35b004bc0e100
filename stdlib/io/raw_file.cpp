// SPDX-License-Identifier: MIT
//
// io.FileIO: a file by its descriptor, each operation a system call (Library Reference, io).
#include "stdlib/io/files.hpp"

#include "stdlib/os/descriptors.hpp"

#include "vm/blocking.hpp"
#include "vm/grants.hpp"
#include "vm/model/buffer.hpp"
#include "vm/objects/codecs/codec.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Opening -------------------------------------------------------------------------------------------------------

static Result<int> parse_mode(VM& vm, FileIO& self, std::string_view mode) {
    size_t kinds = 0;
    bool plus = false;
    for (char letter : mode) {
        if (letter == '+' ? plus : std::string_view("rwxa").find(letter) != std::string_view::npos && kinds > 0)
            return vm.value_error("Must have exactly one of create/read/write/append mode and at most one plus");
        switch (letter) {
        case 'r': self.reads = true; break;
        case 'w': self.writes = true; break;
        case 'x': self.writes = self.creates = true; break;
        case 'a': self.writes = self.appends = true; break;
        case '+': plus = true; continue;
        case 'b': continue;
        default: return vm.value_error("invalid mode: {}", mode);
        }
        kinds++;
    }
    if (kinds == 0)
        return vm.value_error("Must have exactly one of create/read/write/append mode and at most one plus");
    int flags = plus ? O_RDWR : self.reads ? O_RDONLY : O_WRONLY;
    if (self.creates)
        flags |= O_CREAT | O_EXCL;
    else if (self.appends)
        flags |= O_CREAT | O_APPEND;
    else if (self.writes)
        flags |= O_CREAT | O_TRUNC;
    self.reads |= plus;
    self.writes |= plus;
    return flags;
}

// The error of the system about `file`, as the caller named it.
static Raised about_file(VM& vm, Raised raised, Value file) {
    if (is_exception_of(raised.exception, vm, ExceptionId::OSError))
        exception_set_field(vm, *raised.exception, field::FILENAME, file);
    return raised;
}

static Result<int64_t> open_path(VM& vm, Value file, int flags) {
    Value path = TRY(path_of(vm, file));
    Bytes* octets = as<Bytes>(path);
    Str* text = octets ? TRY(decode_bytes(vm, *octets, "utf-8", "surrogateescape")) : as<Str>(path);
    write_out_files(vm);
    for (bool again = false;; again = true) {
        auto opened = open_descriptor(vm, text->view(), flags, 0666);
        if (!opened.is_error())
            return opened.release();
        Value number = opened.exception()->field(field::ERRNO);
        if (again || !number || to_int64(number) != EMFILE)
            return about_file(vm, opened.error(), file);
        vm.heap.collect(true); // files that nobody refers to any more may still be open
        vm.run_finalizers();
    }
}

static Result<int64_t> open_by(VM& vm, Value opener, Value file, int flags) {
    write_out_files(vm);
    Value result = TRY(call(vm, opener, {file, make_int(vm, flags | O_CLOEXEC)}));
    if (!is_int(result))
        return vm.type_error("expected integer from opener");
    int64_t fd = TRY(index_int64(vm, result));
    if (fd < 0)
        return vm.value_error("opener returned {}", fd);
    return fd;
}

// The descriptor that `file` is, or nothing for what names a file.
static Result<std::optional<int64_t>> descriptor_argument(VM& vm, Value file) {
    if (file.is_bool())
        vm.warn_at(ExceptionId::RuntimeWarning, "bool is used as a file descriptor", nullptr, nullptr);
    if (!is_int(file))
        return std::optional<int64_t>();
    int64_t fd = TRY(index_int64(vm, file));
    if (fd < 0)
        return vm.value_error("negative file descriptor");
    if (fd > INT32_MAX)
        return vm.overflow_error("Python int too large to convert to C int");
    return std::optional(fd);
}

// Takes over the open descriptor. What is no file but a folder is given back.
static Result<void> adopt(VM& vm, FileIO& self, int64_t fd, Value file) {
    self.fd = int32_t(fd);
    self.is_open = true;
    struct stat status;
    auto checked = check_descriptor(vm, fd);
    if (!checked.is_error())
        checked = Result<void>(status_of_descriptor(vm, fd, status));
    if (checked.is_error() || S_ISDIR(status.st_mode)) {
        self.is_open = false;
        self.fd = -1;
        if (checked.is_error())
            return checked;
        if (self.closefd && !is_int(file))
            (void)close_descriptor(vm, fd);
        return about_file(vm, vm.os_error(EISDIR), file);
    }
    self.seekable = S_ISREG(status.st_mode) ? 1 : -1;
    TRY(set_attribute(vm, &self, intern(vm, "name"), file));
    if (self.appends)
        ::lseek(int(fd), 0, SEEK_END); // fails for a pipe
    return {};
}

static Result<Value> file_new(VM& vm, Type* type, Args, Kwargs) {
    auto* self = static_cast<FileIO*>(allocate_instance(vm, type));
    self->fd = -1;
    self->closefd = true;
    self->seekable = -1;
    return self;
}

static Result<void> initialize(VM& vm, FileIO& self, Value file, std::string_view mode, bool closefd, Value opener) {
    if (self.is_open)
        TRY(file_close(vm, self));
    self.sink = nullptr;
    self.is_standard = false;
    self.reads = self.writes = self.appends = self.creates = false;
    auto descriptor = TRY(descriptor_argument(vm, file));
    int flags = TRY(parse_mode(vm, self, mode));
    self.closefd = closefd;
    if (descriptor)
        return adopt(vm, self, *descriptor, file);
    if (!closefd) {
        self.closefd = true;
        return vm.value_error("Cannot use closefd=False with file name");
    }
    if (opener.is_none())
        return adopt(vm, self, TRY(open_path(vm, file, flags)), file);
    return adopt(vm, self, TRY(open_by(vm, opener, file, flags)), file);
}

static Result<void> file_init(VM& vm, FileIO& self, Value file, Value mode, bool closefd, Value opener) {
    Str* text = as<Str>(mode);
    if (!text)
        return vm.type_error("FileIO() argument 'mode' must be str, not {}", vm.type_name(mode));
    return initialize(vm, self, file, text->view(), closefd, opener);
}

Result<Value> open_raw_file(VM& vm, Value file, std::string_view mode, bool closefd, Value opener) {
    Value made = TRY(file_new(vm, vm.native(file_io_type), {}, *make_dict(vm)));
    TRY(initialize(vm, *static_cast<FileIO*>(made.object()), file, mode, closefd, opener));
    return made;
}

FileIO* plain_file(Value raw) {
    FileIO* file = detail::native_cast<FileIO>(raw);
    return file && file->is_exact() && is_unadorned(*file, "name") ? file : nullptr;
}

// --- Closing -------------------------------------------------------------------------------------------------------

Result<void> file_close(VM& vm, FileIO& self) {
    if (!self.is_open)
        return {};
    self.is_open = false;
    int32_t fd = std::exchange(self.fd, -1);
    if (self.closefd)
        TRY(close_descriptor(vm, fd));
    return {};
}

// IOBase.close() flushes in CPython, too, and marks the object: what a subclass's flush() raises is raised at the end.
static Result<void> file_close_method(VM& vm, FileIO& self) {
    Result<void> flushed;
    if (!self.is_exact() && self.is_open) {
        auto result = call_method(vm, &self, vm.names.flush, {});
        if (result.is_error())
            flushed = Result<void>(result.error());
    }
    TRY(file_close(vm, self));
    return flushed;
}

static void finalize_file(VM& vm, Object* object) {
    auto& self = *static_cast<FileIO*>(object);
    if (self.is_open && self.closefd) {
        ::close(self.fd); // no other thread is let in between, nor is anybody there to hear of an error
        if (vm.grants)
            vm.grants->descriptors.erase(self.fd);
    }
    self.is_open = false;
    self.fd = -1;
}

static Result<void> check_open(VM& vm, FileIO& self) {
    if (!self.is_open) [[unlikely]]
        return vm.value_error("I/O operation on closed file");
    return {};
}
static Result<void> check_readable(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    return self.reads ? Result<void>() : unsupported(vm, "File not open for reading");
}
static Result<void> check_writable(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    return self.writes ? Result<void>() : unsupported(vm, "File not open for writing");
}

// --- Reading -------------------------------------------------------------------------------------------------------

// Scripts may use the standard streams whatever they are granted.
static Result<void> check_granted(VM& vm, FileIO& self) {
    return self.is_standard ? Result<void>() : check_descriptor(vm, self.fd);
}

Result<int64_t> file_read_octets(VM& vm, FileIO& self, char* octets, size_t size) {
    TRY(check_granted(vm, self));
    return read_descriptor(vm, self.fd, octets, size);
}

Result<int64_t> file_write_octets(VM& vm, FileIO& self, std::string_view octets) {
    if (self.sink) {
        TRY(self.sink->write(vm, octets));
        return int64_t(octets.size());
    }
    TRY(check_granted(vm, self));
    return write_descriptor(vm, self.fd, octets);
}

Result<int64_t> file_seek_to(VM& vm, FileIO& self, int64_t position, int64_t whence) {
    TRY(check_granted(vm, self));
    return seek_descriptor(vm, self.fd, position, whence);
}

// How many octets the file has behind its position, as far as that can be known.
static Result<size_t> octets_left(VM& vm, FileIO& self) {
    TRY(check_granted(vm, self));
    struct stat status;
    TRY(status_of_descriptor(vm, self.fd, status));
    if (!S_ISREG(status.st_mode))
        return size_t(0);
    off_t at = ::lseek(self.fd, 0, SEEK_CUR);
    return at >= 0 && at < status.st_size ? size_t(status.st_size - at) : size_t(0);
}

// Reads what the file has grown by since its size was asked, or a file without a size. False: it has to wait.
static Result<bool> read_the_rest(VM& vm, FileIO& self, std::string& data) {
    static constexpr size_t FIRST_STEP = 8192;
    for (size_t step = FIRST_STEP;;) {
        size_t before = data.size();
        TRY(vm.heap.reserve(before + step));
        data.resize(before + step);
        int64_t count = TRY(file_read_octets(vm, self, data.data() + before, step));
        data.resize(before + size_t(std::max<int64_t>(count, 0)));
        if (count == BLOCKED || count == 0)
            return count == 0;
        step = std::max(FIRST_STEP, data.size() / 2);
    }
}

Result<Value> file_read_all(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    size_t expected = TRY(octets_left(vm, self)), done = 0;
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, expected));
    bool is_whole = expected == 0;
    while (done < expected) {
        int64_t count = TRY(file_read_octets(vm, self, bytes->data() + done, expected - done));
        if (count <= 0)
            return TRY(make_bytes(vm, bytes->view().substr(0, done))); // it has been truncated meanwhile
        done += size_t(count);
    }
    std::string rest;
    char one; // most files end where they said they would
    if (!is_whole) {
        int64_t count = TRY(file_read_octets(vm, self, &one, 1));
        if (count <= 0)
            return bytes;
        rest.assign(1, one);
    }
    if (!TRY(read_the_rest(vm, self, rest)) && rest.empty() && is_whole)
        return Value::none();
    if (is_whole)
        return TRY(make_bytes(vm, rest));
    TRY(vm.heap.reserve(done + rest.size()));
    return TRY(make_bytes(vm, std::string(bytes->view()) + rest));
}

static Result<Value> file_readall(VM& vm, FileIO& self) { return file_read_all(vm, self); }

static Result<Value> file_read(VM& vm, FileIO& self, Value size_value) {
    TRY(check_readable(vm, self));
    int64_t size = TRY(size_argument(vm, size_value, -1));
    if (size < 0)
        return self.is_exact() ? file_read_all(vm, self) : call_method(vm, &self, "readall", {});
    size_t most = std::min<size_t>(size_t(size), 0x7ffff000); // what Linux reads at once
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, most));
    int64_t count = TRY(file_read_octets(vm, self, bytes->data(), most));
    if (count == BLOCKED)
        return Value::none();
    return size_t(count) == most ? Value(bytes) : Value(TRY(make_bytes(vm, bytes->view().substr(0, size_t(count)))));
}

static Value count_or_none(VM& vm, int64_t count) { return count == BLOCKED ? Value::none() : make_int(vm, count); }

static Result<Value> file_readinto(VM& vm, FileIO& self, Value target) {
    Buffer buffer = TRY(Buffer::writable(vm, target, "readinto() argument 1"));
    TRY(check_readable(vm, self));
    return count_or_none(vm, TRY(file_read_octets(vm, self, buffer.view.data, buffer.view.length)));
}

// --- Writing, position -----------------------------------------------------------------------------------------------

static Result<Value> file_write(VM& vm, FileIO& self, Value data) {
    Buffer buffer = TRY(Buffer::of(vm, data));
    TRY(check_writable(vm, self));
    return count_or_none(vm, TRY(file_write_octets(vm, self, buffer.view.octets())));
}

static Result<int64_t> file_seek(VM& vm, FileIO& self, Value position, int64_t whence) {
    TRY(check_open(vm, self));
    return file_seek_to(vm, self, TRY(index_int64(vm, position)), whence);
}

static Result<int64_t> file_tell(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    return file_seek_to(vm, self, 0, SEEK_CUR);
}

static Result<int64_t> file_truncate(VM& vm, FileIO& self, Value size_value) {
    TRY(check_writable(vm, self));
    int64_t size = size_value.is_none() ? TRY(file_tell(vm, self)) : TRY(index_int64(vm, size_value));
    TRY(check_granted(vm, self));
    TRY(truncate_descriptor(vm, self.fd, size));
    return size;
}

// --- About it --------------------------------------------------------------------------------------------------------

Result<bool> file_is_seekable(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    if (self.seekable < 0) {
        TRY(check_granted(vm, self));
        self.seekable = ::lseek(self.fd, 0, SEEK_CUR) >= 0;
    }
    return self.seekable > 0;
}

static Result<bool> file_readable(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    return self.reads;
}
static Result<bool> file_writable(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    return self.writes;
}
static Result<int64_t> file_fileno(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    if (self.sink)
        return unsupported(vm, "fileno");
    return int64_t(self.fd);
}
static Result<bool> file_isatty(VM& vm, FileIO& self) {
    TRY(check_open(vm, self));
    return blocking(vm, [&] { return ::isatty(self.fd) != 0; });
}
static bool file_closed(FileIO& self) { return !self.is_open; }
static bool file_closefd(FileIO& self) { return self.closefd; }

static std::string mode_text(const FileIO& self) {
    const char* kind = self.creates ? "xb" : self.appends ? "ab" : self.reads ? "rb" : "wb";
    return std::string(kind) + (self.reads && self.writes ? "+" : "");
}
static std::string file_mode(FileIO& self) { return mode_text(self); }

static Result<std::string> file_repr(VM& vm, FileIO& self) {
    std::string type = file_class_name(self);
    if (!self.is_open)
        return fmt::format("<{} [closed]>", type);
    std::string rest = fmt::format(" mode='{}' closefd={}>", mode_text(self), self.closefd ? "True" : "False");
    Value name = TRY(find_attribute(vm, &self, "name"));
    if (!name)
        return fmt::format("<{} fd={}{}", type, self.fd, rest);
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return vm.runtime_error("reentrant call inside {}.__repr__", type);
    return fmt::format("<{} name={}{}", type, TRY(repr(vm, name))->view(), rest);
}

static constexpr NativeDef FILE_IO_MEMBERS[] = {
    fn<file_new>("__new__(cls, /, *args, **kwargs)"),
    fn<file_init>("__init__(self, file, mode='r', closefd=True, opener=None)"),
    fn<file_read>("read(self, size=-1, /)", "Read at most size bytes, with one system call; all for a negative size."),
    fn<file_readall>("readall(self, /)", "Read all that is left."),
    fn<file_readinto>("readinto(self, buffer, /)", "Read bytes into the buffer; their number."),
    fn<file_write>("write(self, b, /)", "Write bytes; how many were written."),
    fn<file_seek>("seek(self, pos, whence=0, /)", "Move to a new position, and return it."),
    fn<file_tell>("tell(self, /)", "The position."),
    fn<file_truncate>("truncate(self, size=None, /)", "Make the file as long as that, or end at the position."),
    fn<file_close_method>("close(self, /)", "Close the file."),
    fn<file_is_seekable>("seekable(self, /)", "Can the position be changed?"),
    fn<file_readable>("readable(self, /)", "Was it opened for reading?"),
    fn<file_writable>("writable(self, /)", "Was it opened for writing?"),
    fn<file_fileno>("fileno(self, /)", "The file descriptor."),
    fn<file_isatty>("isatty(self, /)", "Is it a terminal?"),
    fn<file_repr>("__repr__(self, /)"),
    get<file_closed>("closed", "Is the file closed?"),
    get<file_closefd>("closefd", "Is the descriptor closed with the file?"),
    get<file_mode>("mode", "The mode that it was opened in."),
};

constinit const NativeType file_io_type = {
    .name = "_io.FileIO",
    .base = &raw_io_base_type,
    .kind = Kind::Native,
    .size = sizeof(FileIO),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = nullptr,
    .members = FILE_IO_MEMBERS,
    .member_count = std::size(FILE_IO_MEMBERS),
    .doc = "A file of bytes, unbuffered.",
    .finalize = finalize_file,
};

} // namespace ouro::stdlib
