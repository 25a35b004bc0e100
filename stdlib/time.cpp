// SPDX-License-Identifier: MIT
//
// The module time (Library Reference, time): clocks, sleep, and calendar time by the C library. strptime is in
// stdlib/datetime/_strptime.py.
#include "stdlib/types/simple_namespace.hpp"
#include "stdlib/sys/struct_sequence.hpp"

#include "vm/async/clock.hpp"
#include "vm/values/float.hpp"

#include <array>
#include <cmath>
#include <ctime>

namespace ouro::stdlib {

using namespace vm;

// --- Clocks ---------------------------------------------------------------------------------------------------------

static double time_time(VM& vm) { return to_seconds(realtime_nanoseconds(vm)); }
static int64_t time_time_ns(VM& vm) { return realtime_nanoseconds(vm); }
static double time_monotonic(VM& vm) { return to_seconds(monotonic_nanoseconds(vm)); }
static int64_t time_monotonic_ns(VM& vm) { return monotonic_nanoseconds(vm); }
static double time_process_time(VM& vm) { return to_seconds(process_nanoseconds(vm)); }
static int64_t time_process_time_ns(VM& vm) { return process_nanoseconds(vm); }
static double time_thread_time(VM& vm) { return to_seconds(thread_nanoseconds(vm)); }
static int64_t time_thread_time_ns(VM& vm) { return thread_nanoseconds(vm); }

static Result<int64_t> clock_by_id(VM& vm, int64_t id) {
    switch (id) {
    case CLOCK_REALTIME: return realtime_nanoseconds(vm);
    case CLOCK_MONOTONIC: return monotonic_nanoseconds(vm);
    case CLOCK_PROCESS_CPUTIME_ID: return process_nanoseconds(vm);
    case CLOCK_THREAD_CPUTIME_ID: return thread_nanoseconds(vm);
    default: return vm.os_error(EINVAL);
    }
}
static Result<double> time_clock_gettime(VM& vm, int64_t id) { return to_seconds(TRY(clock_by_id(vm, id))); }
static Result<int64_t> time_clock_gettime_ns(VM& vm, int64_t id) { return clock_by_id(vm, id); }

static Result<Value> time_get_clock_info(VM& vm, std::string_view name) {
    const char* clock = name == "time"                                  ? "CLOCK_REALTIME"
                        : name == "monotonic" || name == "perf_counter" ? "CLOCK_MONOTONIC"
                        : name == "process_time"                        ? "CLOCK_PROCESS_CPUTIME_ID"
                        : name == "thread_time"                         ? "CLOCK_THREAD_CPUTIME_ID"
                                                                        : nullptr;
    if (!clock)
        return vm.value_error("unknown clock");
    return make_simple_namespace(vm, {{"implementation", make_short_str(vm, fmt::format("clock_gettime({})", clock))},
                                      {"monotonic", Value::boolean(name != "time")},
                                      {"adjustable", Value::boolean(name == "time")},
                                      {"resolution", Value::number(1e-9)}});
}

// A number of seconds, rounded away from zero as CPython rounds timeouts.
static Result<int64_t> duration(VM& vm, Value value) {
    if (is_float(value)) {
        double number = float_number(value) * 1e9;
        if (std::isnan(number))
            return vm.value_error("Invalid value NaN (not a number)");
        if (std::fabs(number) >= 9.2e18)
            return vm.overflow_error("timestamp too large to convert to C PyTime_t");
        return int64_t(number < 0 ? std::floor(number) : std::ceil(number));
    }
    auto whole = to_int64(TRY(index(vm, value)));
    int64_t result;
    if (!whole || __builtin_mul_overflow(*whole, int64_t(1'000'000'000), &result))
        return vm.overflow_error("timestamp too large to convert to C PyTime_t");
    return result;
}

static Result<void> time_sleep(VM& vm, Value value) {
    int64_t nanoseconds = TRY(duration(vm, value));
    if (nanoseconds < 0)
        return vm.value_error("sleep length must be non-negative");
    return sleep_nanoseconds(vm, nanoseconds);
}

// --- struct_time ----------------------------------------------------------------------------------------------------

static constexpr size_t VISIBLE = 9, ALL = 11;

static Result<Value> struct_time_new(VM& vm, Type*, Value sequence, Value);

static constexpr NativeDef STRUCT_TIME_MEMBERS[] = {
    sequence_field<0>("tm_year", "year, for example, 1993"),
    sequence_field<1>("tm_mon", "month of year, range [1, 12]"),
    sequence_field<2>("tm_mday", "day of month, range [1, 31]"),
    sequence_field<3>("tm_hour", "hours, range [0, 23]"),
    sequence_field<4>("tm_min", "minutes, range [0, 59]"),
    sequence_field<5>("tm_sec", "seconds, range [0, 61])"),
    sequence_field<6>("tm_wday", "day of week, range [0, 6], Monday is 0"),
    sequence_field<7>("tm_yday", "day of year, range [1, 366]"),
    sequence_field<8>("tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"),
    sequence_field<9>("tm_zone", "abbreviation of timezone name"),
    sequence_field<10>("tm_gmtoff", "offset from UTC in seconds"),
    SEQUENCE_REPR,
    fn<struct_time_new>("__new__(cls, sequence, dict=None, /)"),
};
static constexpr NativeType STRUCT_TIME_TYPE =
    sequence_type("time.struct_time", STRUCT_TIME_MEMBERS, std::size(STRUCT_TIME_MEMBERS));

static Value integer(int64_t number) { return Value::small_int(number); }

static Value make_struct_time(VM& vm, const tm& fields) {
    return make_struct_sequence(vm, STRUCT_TIME_TYPE,
                                {integer(fields.tm_year + 1900LL), integer(fields.tm_mon + 1), integer(fields.tm_mday),
                                 integer(fields.tm_hour), integer(fields.tm_min), integer(fields.tm_sec),
                                 integer((fields.tm_wday + 6) % 7), integer(fields.tm_yday + 1),
                                 integer(fields.tm_isdst), intern(vm, fields.tm_zone), integer(fields.tm_gmtoff)},
                                ALL - VISIBLE);
}

static Result<Value> struct_time_new(VM& vm, Type*, Value sequence, Value) {
    Tuple* items = TRY(tuple_from(vm, sequence));
    if (items->size() < VISIBLE)
        return vm.type_error("time.struct_time() takes an at least 9-sequence ({}-sequence given)", items->size());
    if (items->size() > ALL)
        return vm.type_error("time.struct_time() takes an at most 11-sequence ({}-sequence given)", items->size());
    Tuple& from = *items;
    Value zone = from.size() > 9 && as<Str>(from[9]) ? Value(intern(vm, as<Str>(from[9]))) : Value::none();
    Value offset = from.size() > 10 && from[10].is_small_int() ? from[10] : Value::none();
    return make_struct_sequence(
        vm, STRUCT_TIME_TYPE,
        {from[0], from[1], from[2], from[3], from[4], from[5], from[6], from[7], from[8], zone, offset}, ALL - VISIBLE);
}

// --- Calendar time --------------------------------------------------------------------------------------------------

static Result<time_t> timestamp(VM& vm, Value value) {
    if (value.is_none())
        return time_t(realtime_nanoseconds(vm) / 1'000'000'000);
    if (is_float(value)) {
        double number = std::floor(float_number(value));
        if (std::isnan(number))
            return vm.value_error("Invalid value NaN (not a number)");
        if (std::fabs(number) >= 9.2e18)
            return vm.overflow_error("timestamp out of range for platform time_t");
        return time_t(number);
    }
    auto whole = to_int64(TRY(index(vm, value)));
    if (!whole)
        return vm.overflow_error("timestamp out of range for platform time_t");
    return time_t(*whole);
}

static Result<tm> broken_down(VM& vm, Value value, bool local) {
    time_t time = TRY(timestamp(vm, value));
    tm fields{};
    if (!(local ? localtime_r(&time, &fields) : gmtime_r(&time, &fields)))
        return vm.os_error(EOVERFLOW);
    return fields;
}

static Result<Value> time_gmtime(VM& vm, Value value) {
    return make_struct_time(vm, TRY(broken_down(vm, value, false)));
}
static Result<Value> time_localtime(VM& vm, Value value) {
    return make_struct_time(vm, TRY(broken_down(vm, value, true)));
}

// A time tuple as C has it: months and days of the year from 0, weeks from Sunday.
static Result<tm> tm_from(VM& vm, Value value, const char* function) {
    Tuple* items = as<Tuple>(value);
    if (!items)
        return vm.type_error("Tuple or struct_time argument required");
    if (items->size() != VISIBLE)
        return vm.type_error("{}(): illegal time tuple argument", function);
    std::array<int64_t, VISIBLE> numbers{};
    for (size_t i = 0; i < VISIBLE; i++) {
        numbers[i] = TRY(index_int64(vm, (*items)[i]));
        if (numbers[i] > INT32_MAX || numbers[i] < INT32_MIN)
            return vm.overflow_error("signed integer is greater than maximum");
    }
    tm fields{};
    fields.tm_year = int(numbers[0] - 1900);
    fields.tm_mon = int(numbers[1] - 1);
    fields.tm_mday = int(numbers[2]);
    fields.tm_hour = int(numbers[3]);
    fields.tm_min = int(numbers[4]);
    fields.tm_sec = int(numbers[5]);
    fields.tm_wday = int((numbers[6] + 1) % 7);
    fields.tm_yday = int(numbers[7] - 1);
    fields.tm_isdst = int(numbers[8]);
    if (items->type() == vm.native(STRUCT_TIME_TYPE)) {
        if (Str* zone = as<Str>(items->items()[9]))
            fields.tm_zone = zone->data();
        if (items->items()[10].is_small_int())
            fields.tm_gmtoff = items->items()[10].small_int();
    }
    return fields;
}

// What strftime and asctime can show. Zeros stand for the smallest value, as in CPython.
static Result<void> check_ranges(VM& vm, tm& fields) {
    if (fields.tm_mon == -1)
        fields.tm_mon = 0;
    if (fields.tm_mday == 0)
        fields.tm_mday = 1;
    if (fields.tm_yday == -1)
        fields.tm_yday = 0;
    if (fields.tm_mon < 0 || fields.tm_mon > 11)
        return vm.value_error("month out of range");
    if (fields.tm_mday < 0 || fields.tm_mday > 31)
        return vm.value_error("day of month out of range");
    if (fields.tm_hour < 0 || fields.tm_hour > 23)
        return vm.value_error("hour out of range");
    if (fields.tm_min < 0 || fields.tm_min > 59)
        return vm.value_error("minute out of range");
    if (fields.tm_sec < 0 || fields.tm_sec > 61)
        return vm.value_error("seconds out of range");
    if (fields.tm_wday < 0)
        return vm.value_error("day of week out of range");
    if (fields.tm_yday < 0 || fields.tm_yday > 365)
        return vm.value_error("day of year out of range");
    return {};
}

static Result<double> time_mktime(VM& vm, Value value) {
    tm fields = TRY(tm_from(vm, value, "mktime"));
    fields.tm_wday = -1;
    time_t time = mktime(&fields);
    if (time == time_t(-1) && fields.tm_wday == -1)
        return vm.overflow_error("mktime argument out of range");
    return double(time);
}

static std::string asctime_text(const tm& fields) {
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return fmt::format("{} {}{:>3} {:02}:{:02}:{:02} {}", days[fields.tm_wday % 7], months[fields.tm_mon],
                       fields.tm_mday, fields.tm_hour, fields.tm_min, fields.tm_sec, fields.tm_year + 1900LL);
}

static Result<tm> tm_or_now(VM& vm, Value value, const char* function) {
    if (value.is_empty())
        return broken_down(vm, Value::none(), true);
    tm fields = TRY(tm_from(vm, value, function));
    TRY(check_ranges(vm, fields));
    return fields;
}

static Result<std::string> time_asctime(VM& vm, Value value) {
    return asctime_text(TRY(tm_or_now(vm, value, "asctime")));
}
static Result<std::string> time_ctime(VM& vm, Value value) { return asctime_text(TRY(broken_down(vm, value, true))); }

static Result<Value> time_strftime(VM& vm, std::string_view format, Value value) {
    tm fields = TRY(tm_or_now(vm, value, "strftime"));
    std::string pattern = std::string(format) + " "; // so that an empty result is no failure
    for (size_t size = 256;; size *= 2) {
        TRY(vm.heap.reserve(size));
        std::string text(size, '\0');
        if (size_t used = strftime(text.data(), text.size(), pattern.c_str(), &fields)) {
            text.resize(used - 1);
            return TRY(make_str_lossy(vm, text));
        }
        if (size >= 256 * std::max<size_t>(pattern.size(), 16))
            return vm.value_error("Invalid format string");
    }
}

static constexpr NativeDef FUNCTIONS[] = {
    fn<time_time>("time()", "Return the time in seconds since the Epoch."),
    fn<time_time_ns>("time_ns()", "Return the time in nanoseconds since the Epoch."),
    fn<time_monotonic>("monotonic()", "Monotonic clock, cannot go backward."),
    fn<time_monotonic_ns>("monotonic_ns()", "Monotonic clock, cannot go backward, as nanoseconds."),
    fn<time_monotonic>("perf_counter()", "Performance counter for benchmarking."),
    fn<time_monotonic_ns>("perf_counter_ns()", "Performance counter for benchmarking, as nanoseconds."),
    fn<time_process_time>("process_time()", "Processor time of the process."),
    fn<time_process_time_ns>("process_time_ns()", "Processor time of the process, as nanoseconds."),
    fn<time_thread_time>("thread_time()", "Processor time of the thread."),
    fn<time_thread_time_ns>("thread_time_ns()", "Processor time of the thread, as nanoseconds."),
    fn<time_clock_gettime>("clock_gettime(clk_id, /)", "Return the time of the specified clock."),
    fn<time_clock_gettime_ns>("clock_gettime_ns(clk_id, /)", "Return the time of the specified clock, as nanoseconds."),
    fn<time_get_clock_info>("get_clock_info(name, /)", "Return information about the specified clock."),
    fn<time_sleep>("sleep(seconds, /)", "Delay execution for a number of seconds."),
    fn<time_gmtime>("gmtime(seconds=None, /)", "Convert seconds since the Epoch to a time tuple expressing UTC."),
    fn<time_localtime>("localtime(seconds=None, /)", "Convert seconds since the Epoch to a time tuple of local time."),
    fn<time_mktime>("mktime(tuple, /)", "Convert a time tuple in local time to seconds since the Epoch."),
    fn<time_asctime>("asctime(tuple=<unset>, /)", "Convert a time tuple to a string."),
    fn<time_ctime>("ctime(seconds=None, /)", "Convert a time in seconds to a string of local time."),
    fn<time_strftime>("strftime(format, tuple=<unset>, /)", "Convert a time tuple to a string by a format."),
    constant("CLOCK_REALTIME", int64_t(CLOCK_REALTIME)),
    constant("CLOCK_MONOTONIC", int64_t(CLOCK_MONOTONIC)),
    constant("CLOCK_PROCESS_CPUTIME_ID", int64_t(CLOCK_PROCESS_CPUTIME_ID)),
    constant("CLOCK_THREAD_CPUTIME_ID", int64_t(CLOCK_THREAD_CPUTIME_ID)),
};

static Result<void> initialize(VM& vm, Module& module) {
    tzset();
    module_set(vm, module, "struct_time", vm.native(STRUCT_TIME_TYPE));
    module_set(vm, module, "timezone", integer(timezone));
    module_set(vm, module, "daylight", integer(daylight));
    module_set(vm, module, "altzone", integer(daylight ? timezone - 3600 : timezone));
    module_set(vm, module, "tzname",
               make_tuple(vm, {Value(make_short_str(vm, tzname[0])), Value(make_short_str(vm, tzname[1]))}));
    return {};
}

extern const NativeModule time_module;
constinit const NativeModule time_module = {"time", "Time access and conversions.", FUNCTIONS, std::size(FUNCTIONS),
                                            initialize};

} // namespace ouro::stdlib
