# SPDX-License-Identifier: MIT
#
# The state of dates and times in pickles: their fields as octets, as CPython has them; the fold is the highest bit of
# the month, or of the hour where there is none.


def octets_of(day, clock=(), fold=False):
    octets = bytearray()
    if day:
        octets += bytes((day[0] >> 8, day[0] & 0xff, day[1] | (fold and 0x80), day[2]))
        fold = 0
    if clock:
        octets += bytes((clock[0] | (fold and 0x80), *clock[1:3])) + clock[3].to_bytes(3)
    return bytes(octets)


def pickled(state, size):
    """The octets that a constructor got instead of numbers, or None; those of Python 2 come as text."""
    if isinstance(state, str) and len(state) == size:
        try:
            state = state.encode("latin-1")
        except UnicodeEncodeError:
            raise ValueError("Failed to encode latin1 string when unpickling a datetime object. "
                             "pickle.load(data, encoding='latin1') is assumed.") from None
    return state if isinstance(state, bytes) and len(state) == size else None


def date_of(state):
    return state[0] << 8 | state[1], state[2] & 0x7f, state[3]


def clock_of(state):
    return state[0] & 0x7f, state[1], state[2], int.from_bytes(state[3:6])


def pickled_zone(zone, tzinfo):
    """What stands behind the octets: nothing, or an instance of tzinfo."""
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("bad tzinfo state arg")
    return zone
