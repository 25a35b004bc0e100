// SPDX-License-Identifier: MIT
//
// _gregorian: the calendar and the fields of a clock as ints, for datetime.py. Days are numbered from 1, the first day
// of year 1; what comes in as fields of a date or time has been checked by check_date and check_time.
#include "stdlib/modules.hpp"

#include <array>

namespace ouro::stdlib {

using namespace ouro::vm;

static constexpr int64_t MIN_YEAR = 1, MAX_YEAR = 9999, MAX_ORDINAL = 3652059;
static constexpr int64_t DAY_SECONDS = 86400, SECOND_MICROSECONDS = 1000000;

static bool is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static int64_t days_in_month(int64_t year, int64_t month) {
    static constexpr uint8_t DAYS[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : DAYS[month];
}

static int64_t days_before_year(int64_t year) {
    int64_t y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

static int64_t days_before_month(int64_t year, int64_t month) {
    static constexpr uint16_t DAYS[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return DAYS[month] + (month > 2 && is_leap(year));
}

static int64_t ordinal(int64_t year, int64_t month, int64_t day) {
    return days_before_year(year) + days_before_month(year, month) + day;
}

struct Day {
    int64_t year, month, day;
};

// Cycles of 400, 100, 4 and 1 years, of which the last day of a longer one belongs to no shorter one.
static Day day_of(int64_t number) {
    int64_t n = number - 1;
    int64_t cycles = n / 146097, centuries = n % 146097 / 36524;
    n = n % 146097 % 36524;
    int64_t leaps = n / 1461, years = n % 1461 / 365;
    n = n % 1461 % 365;
    int64_t year = cycles * 400 + centuries * 100 + leaps * 4 + years + 1;
    if (years == 4 || centuries == 4)
        return {year - 1, 12, 31};
    int64_t month = n / 32 + 1; // or the next one
    if (month < 12 && n >= days_before_month(year, month + 1))
        month++;
    return {year, month, n - days_before_month(year, month) + 1};
}

static Result<Tuple*> from_ordinal(VM& vm, int64_t number) {
    if (number < 1 || number > MAX_ORDINAL)
        return vm.value_error("ordinal must be in 1..{}", MAX_ORDINAL);
    Day day = day_of(number);
    return make_tuple(vm, {Value::small_int(day.year), Value::small_int(day.month), Value::small_int(day.day)});
}

// --- Checks --------------------------------------------------------------------------------------------------------

// A field as a C int, as CPython reads it.
static Result<int64_t> field(VM& vm, Value value) {
    if (value.is_small_int()) [[likely]] {
        int64_t number = value.small_int();
        if (number < INT32_MIN)
            return vm.overflow_error("signed integer is less than minimum");
        if (number > INT32_MAX)
            return vm.overflow_error("signed integer is greater than maximum");
        return number;
    }
    Value integer = TRY(index(vm, value));
    auto fits = to_int64(integer);
    if (!fits)
        return vm.overflow_error("Python int too large to convert to C long");
    return *fits == int32_t(*fits)
               ? Result<int64_t>(*fits)
               : Result<int64_t>(vm.overflow_error("signed integer is {} than {}", *fits < 0 ? "less" : "greater",
                                                   *fits < 0 ? "minimum" : "maximum"));
}

static Result<Tuple*> check_date(VM& vm, Value year_value, Value month_value, Value day_value) {
    int64_t year = TRY(field(vm, year_value)), month = TRY(field(vm, month_value)), day = TRY(field(vm, day_value));
    if (year < MIN_YEAR || year > MAX_YEAR)
        return vm.value_error("year must be in {}..{}, not {}", MIN_YEAR, MAX_YEAR, year);
    if (month < 1 || month > 12)
        return vm.value_error("month must be in 1..12, not {}", month);
    if (day < 1 || day > days_in_month(year, month))
        return vm.value_error("day {} must be in range 1..{} for month {} in year {}", day, days_in_month(year, month),
                              month, year);
    return make_tuple(vm, {Value::small_int(year), Value::small_int(month), Value::small_int(day)});
}

static Result<Tuple*> check_time(VM& vm, Value hour, Value minute, Value second, Value microsecond, Value fold) {
    struct Limit {
        const char* name;
        Value given;
        int64_t last;
    } limits[] = {
        {"hour", hour, 23}, {"minute", minute, 59}, {"second", second, 59}, {"microsecond", microsecond, 999999}};
    Value values[4];
    for (unsigned i = 0; i < 4; i++)
        values[i] = Value::small_int(TRY(field(vm, limits[i].given)));
    int64_t later = TRY(field(vm, fold));
    for (unsigned i = 0; i < 4; i++) {
        if (values[i].small_int() < 0 || values[i].small_int() > limits[i].last)
            return vm.value_error("{} must be in 0..{}, not {}", limits[i].name, limits[i].last, values[i].small_int());
    }
    if (later != 0 && later != 1)
        return vm.value_error("fold must be either 0 or 1, not {}", later);
    return make_tuple(vm, values);
}

// --- Arithmetic ----------------------------------------------------------------------------------------------------

struct Span {
    int64_t days, seconds, microseconds; // normalized: 0 <= seconds < 86400, 0 <= microseconds < 1000000
};

// Carries `number` beyond `limit` over to the field above.
static int64_t carry(__int128& above, __int128 number, int64_t limit) {
    __int128 carried = number / limit, rest = number % limit;
    if (rest < 0) {
        rest += limit;
        carried--;
    }
    above += carried;
    return int64_t(rest);
}

// Sums of small ints (48 bits) times the microseconds of a week fit 128 bits with much to spare.
static Span normalized(__int128 days, __int128 seconds, __int128 microseconds) {
    int64_t micros = carry(seconds, microseconds, SECOND_MICROSECONDS);
    int64_t rest = carry(days, seconds, DAY_SECONDS);
    return {int64_t(days), rest, micros};
}

static Value span_tuple(VM& vm, Span span) {
    return make_tuple(vm,
                      {make_int(vm, span.days), Value::small_int(span.seconds), Value::small_int(span.microseconds)});
}

// The normalized days, seconds and microseconds of a span given in up to seven units; None when one is no small int.
static Value span(VM& vm, Value days, Value seconds, Value microseconds, Value milliseconds, Value minutes, Value hours,
                  Value weeks) {
    for (Value part : {days, seconds, microseconds, milliseconds, minutes, hours, weeks}) {
        if (!part.is_small_int())
            return Value::none();
    }
    __int128 all_days = __int128(weeks.small_int()) * 7 + days.small_int();
    __int128 all_seconds =
        __int128(hours.small_int()) * 3600 + __int128(minutes.small_int()) * 60 + seconds.small_int();
    __int128 all_microseconds = __int128(milliseconds.small_int()) * 1000 + microseconds.small_int();
    return span_tuple(vm, normalized(all_days, all_seconds, all_microseconds));
}

// year ... microsecond after moving by days, seconds and microseconds. OverflowError.
static Result<Tuple*> moved(VM& vm, Args parts) {
    std::array<int64_t, 10> numbers;
    if (parts.size() != numbers.size())
        return vm.type_error("moved() takes {} arguments", numbers.size());
    for (unsigned i = 0; i < numbers.size(); i++)
        numbers[i] = TRY(field(vm, parts[i]));
    auto [year, month, day, hour, minute, second, microsecond, days, seconds, microseconds] = numbers;
    Span span = normalized(ordinal(year, month, day) + days, (hour * 60 + minute) * 60 + second + seconds,
                           microsecond + microseconds);
    if (span.days < 1 || span.days > MAX_ORDINAL)
        return vm.overflow_error("date value out of range");
    Day fresh = day_of(span.days);
    return make_tuple(vm, {Value::small_int(fresh.year), Value::small_int(fresh.month), Value::small_int(fresh.day),
                           Value::small_int(span.seconds / 3600), Value::small_int(span.seconds / 60 % 60),
                           Value::small_int(span.seconds % 60), Value::small_int(span.microseconds)});
}

// --- Texts ---------------------------------------------------------------------------------------------------------

static std::string format_date(int64_t year, int64_t month, int64_t day) {
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

static Result<std::string> format_time(VM& vm, int64_t hour, int64_t minute, int64_t second, int64_t microsecond,
                                       std::string_view detail) {
    if (detail == "auto")
        detail = microsecond ? "microseconds" : "seconds";
    if (detail == "seconds")
        return fmt::format("{:02}:{:02}:{:02}", hour, minute, second);
    if (detail == "microseconds")
        return fmt::format("{:02}:{:02}:{:02}.{:06}", hour, minute, second, microsecond);
    if (detail == "milliseconds")
        return fmt::format("{:02}:{:02}:{:02}.{:03}", hour, minute, second, microsecond / 1000);
    if (detail == "minutes")
        return fmt::format("{:02}:{:02}", hour, minute);
    if (detail == "hours")
        return fmt::format("{:02}", hour);
    return vm.value_error("Unknown timespec value");
}

// Reads `count` digits into `number`, and moves `text` behind them.
static bool take_digits(std::string_view& text, size_t count, int64_t& number) {
    number = 0;
    if (text.size() < count)
        return false;
    for (char c : text.substr(0, count)) {
        if (c < '0' || c > '9')
            return false;
        number = number * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return true;
}

static bool take_character(std::string_view& text, char c) {
    if (text.empty() || text[0] != c)
        return false;
    text.remove_prefix(1);
    return true;
}

// HH:MM[:SS[.fff[fff]]] into hour, minute, second and microsecond.
static bool take_clock(std::string_view& text, std::array<int64_t, 7>& fields) {
    if (!take_digits(text, 2, fields[3]) || !take_character(text, ':') || !take_digits(text, 2, fields[4]))
        return false;
    if (!take_character(text, ':'))
        return true;
    if (!take_digits(text, 2, fields[5]))
        return false;
    if (!take_character(text, '.'))
        return true;
    bool is_short = text.size() == 3;
    if (!take_digits(text, is_short ? 3 : 6, fields[6]))
        return false;
    fields[6] *= is_short ? 1000 : 1;
    return true;
}

// The fields of a moment in the commonest ISO format, YYYY-MM-DD and, behind any ASCII character, a time of day without
// zone; the date alone has three. Their ranges are not checked. None for all other texts.
static Value plain_moment(VM& vm, std::string_view text) {
    std::array<int64_t, 7> fields = {};
    bool has_date = take_digits(text, 4, fields[0]) && take_character(text, '-') && take_digits(text, 2, fields[1]) &&
                    take_character(text, '-') && take_digits(text, 2, fields[2]);
    if (!has_date)
        return Value::none();
    Value values[7];
    size_t count = 3;
    if (!text.empty()) {
        if (text[0] & 0x80)
            return Value::none();
        text.remove_prefix(1);
        if (!take_clock(text, fields) || !text.empty())
            return Value::none();
        count = 7;
    }
    for (size_t i = 0; i < count; i++)
        values[i] = Value::small_int(fields[i]);
    return make_tuple(vm, std::span<const Value>(values, count));
}

static constexpr NativeDef MEMBERS[] = {
    constant("MINYEAR", MIN_YEAR),
    constant("MAXYEAR", MAX_YEAR),
    constant("MAX_ORDINAL", MAX_ORDINAL),
    fn<days_before_year>("days_before_year(year, /)"),
    fn<ordinal>("ordinal(year, month, day, /)"),
    fn<from_ordinal>("from_ordinal(number, /)"),
    fn<check_date>("check_date(year, month, day, /)"),
    fn<check_time>("check_time(hour, minute, second, microsecond, fold, /)"),
    fn<span>("span(days, seconds, microseconds, milliseconds=0, minutes=0, hours=0, weeks=0, /)"),
    fn<moved>("moved(*parts)"),
    fn<plain_moment>("plain_moment(text, /)"),
    fn<format_date>("format_date(year, month, day, /)"),
    fn<format_time>("format_time(hour, minute, second, microsecond, timespec='auto', /)"),
};

extern const NativeModule gregorian_module;
constinit const NativeModule gregorian_module = {"_gregorian", nullptr, MEMBERS, std::size(MEMBERS)};

} // namespace ouro::stdlib
