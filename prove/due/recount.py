"""Counts due instants again from the words of their explanations alone.

Reads NDJSON, one {"explanation": [...], "lang": "es"} a line, and writes one due instant a line (ISO 8601 in UTC, or
"held"). It knows nothing of the library: open intervals, pauses, the term and the zone are read out of the sentences,
offsets are checked against the zone's own by zoneinfo, and every running sum is added up.
"""
import json
import re
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

TIME = r"(\d+):(\d\d)(?::(\d\d)(?:\.(\d+))?)?"
OFFSET = r"([+-])(\d\d):(\d\d)"
DAY = r"(\d{4}-\d\d-\d\d)"
MOMENT = re.compile(rf"{DAY} a las {TIME}(?: \({OFFSET}\))?")
PIECE = re.compile(rf"de {TIME} a {TIME}(,? (ambas )?del día siguiente)?(?: \({OFFSET}\))?")
HEADING = re.compile(r", hora (?:de )?([^()]+?)(?: \((.*)\))?\.$")
SHORT_MONTHS = "ene feb mar abr may jun jul ago sep oct nov dic".split()
SHORT_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(SHORT_MONTHS)}) (\d{{4}})")
ZONES = available_timezones()
# Places that Spanish writes otherwise than the name of their zone does.
NAMED_AS = {
    "Ciudad de México": "Mexico City", "Mérida": "Merida", "Mazatlán": "Mazatlan", "Cancún": "Cancun",
    "Bahía de Banderas": "Bahia Banderas", "Bogotá": "Bogota", "Panamá": "Panama", "Nueva York": "New York",
    "Ciudad Juárez": "Ciudad Juarez", "Los Ángeles": "Los Angeles",
}
ZERO = timedelta()
DAY_LONG = timedelta(days=1)


def time_of(hours, minutes, seconds, fraction):
    ms = int((fraction or "0").ljust(3, "0"))
    return timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0), milliseconds=ms)


def offset_of(sign, hours, minutes):
    value = timedelta(hours=int(hours), minutes=int(minutes))
    return -value if sign == "-" else value


def instant_of(day, time, offset):
    wall = datetime.combine(date.fromisoformat(day), datetime.min.time()) + time
    return (wall - offset).replace(tzinfo=timezone.utc)


def with_iso_dates(line):
    """2 feb 2026 as 2026-02-02."""
    return SHORT_DAY.sub(lambda said: f"{said[3]}-{SHORT_MONTHS.index(said[2]) + 1:02d}-{int(said[1]):02d}", line)


class Zone:
    """A zone, and the offset of all times that name none."""

    def __init__(self, heading):
        name, details = HEADING.search(heading).groups()
        self.offset = None
        for detail in (details or "").split(", "):
            offset = re.fullmatch(OFFSET, detail)
            if offset:
                self.offset = offset_of(*offset.groups())
            elif detail:
                name = detail
        name = NAMED_AS.get(name, name)
        self.infos = [ZoneInfo(each) for each in sorted(ZONES) if each.split("/")[-1].replace("_", " ") == name]
        self.info = self.infos[0]

    def offset_in(self, groups):
        if groups[0]:
            return offset_of(*groups)
        if self.offset is None:
            raise ValueError("a time without its offset, where several hold")
        return self.offset

    def shows(self, at):
        [offset] = {at.astimezone(info).utcoffset() for info in self.infos}
        return offset


def moments(text, zone):
    found = []
    for match in MOMENT.finditer(text):
        day, *rest = match.groups()
        found.append(instant_of(day, time_of(*rest[:4]), zone.offset_in(rest[4:])))
    return found


def length_of(text):
    found = re.fullmatch(r"(?:(\d+) h)? ?(?:(\d+) min)? ?(?:([\d.]+) s)?", text)
    hours, minutes, seconds = found.groups()
    return timedelta(hours=int(hours or 0), minutes=int(minutes or 0), milliseconds=round(float(seconds or 0) * 1000))


def days_between(first, last):
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += timedelta(days=1)


def shifted(day, weeks):
    return (date.fromisoformat(day) + timedelta(days=7 * weeks)).isoformat()


def runs_of(line):
    """The dates of a line and the words about their hours, in order: once, or again and again."""
    turn = re.match(rf"Cada (?:(\d+) )?semanas?, (\d+) veces hasta el \S+ {DAY}: (.*): (?:cuenta|días) ", line)
    weeks = re.search(rf", y así (\d+) semanas seguidas hasta el \S+ {DAY}", line)
    if turn:
        every, times, until, runs = int(turn[1] or 1), int(turn[2]), turn[3], turn[4].split("; ")
    elif weeks:
        every, times, until, runs = 1, int(weeks[1]), weeks[2], [line.replace(weeks[0], "")]
    else:
        every, times, until, runs = 1, 1, None, [line]
    last = None
    for time in range(times):
        for run in runs:
            days = re.findall(DAY, run)
            for day in days_between(shifted(days[0], time * every), shifted(days[-1], time * every)):
                last = day
                yield day, run
    if until and last != until:
        raise ValueError(f"the weeks end otherwise: {line}")


def days_of(line):
    return [day for day, _ in runs_of(line)]


def pieces_of(line, zone):
    for day, words in runs_of(line):
        for match in PIECE.finditer(words):
            groups = match.groups()
            offset = zone.offset_in(groups[10:])
            begin = instant_of(day, time_of(*groups[:4]), offset)
            end = instant_of(day, time_of(*groups[4:8]), offset)
            if groups[8]:
                end += DAY_LONG
            if groups[9]:
                begin += DAY_LONG
            if end - begin > DAY_LONG:
                raise ValueError(f"longer than a day: {line}")
            for at in (begin, end - timedelta(milliseconds=1)):
                if zone.shows(at) != offset:
                    raise ValueError(f"{zone.info} shows another offset: {line}")
            yield begin, end


def count_time(lines, zone, start, target):
    pauses, spans, total = [], [], ZERO
    for line in lines:
        if line.startswith("Pausa: del "):
            pauses.append(tuple(moments(line, zone)))
        elif line.startswith("Pausa: desde "):
            pauses.append((moments(line, zone)[0], None))
        elif ": cuenta " in line or ": en pausa, no cuenta " in line:
            pieces = list(pieces_of(line, zone))
            spans += pieces
            if ": cuenta " in line:
                total += sum((end - begin for begin, end in pieces), ZERO)
                if length_of(re.search(r"suma (.*)\.$", line).group(1)) != total:
                    raise ValueError(f"the sum is another one: {line}")
    left = target
    if left == ZERO:
        return start
    for begin, end in spans:
        at = max(begin, start)
        while at < end:
            lasting = [to for since, to in pauses if since <= at and (to is None or at < to)]
            if lasting:
                if None in lasting:
                    return None
                at = max(lasting)
                continue
            following = min([end] + [since for since, _ in pauses if since > at])
            if following - at >= left:
                return at + left
            left -= following - at
            at = following
    return None


def count_days(lines, zone, start, days):
    counted = []
    for line in lines:
        if re.search(r": días? (?:hábil(?:es)?|natural(?:es)?) \d", line):
            run = days_of(line)
            numbers = re.search(r"(?:hábil|natural)(?:es)? (\d+)(?: a (\d+))?\.$", line).groups()
            first, last = int(numbers[0]), int(numbers[1] or numbers[0])
            if first != len(counted) + 1 or last != len(counted) + len(run):
                raise ValueError(f"the days are numbered otherwise: {line}")
            counted += run
    if days == 0:
        return start
    if len(counted) < days:
        return None
    # The last instant that shows this date: the offset just before it is the one that holds.
    midnight = datetime.combine(date.fromisoformat(counted[days - 1]), datetime.min.time()) + timedelta(days=1)
    guess = midnight.replace(tzinfo=timezone.utc)
    ends = []
    for hours in range(-30, 31):
        offset = zone.shows(guess + timedelta(hours=hours))
        end = guess - offset
        if zone.shows(end - timedelta(milliseconds=1)) == offset:
            ends.append(end)
    if ends:
        return max(ends)
    last_shown = guess - timedelta(hours=36)
    step = timedelta(minutes=1)
    while last_shown.astimezone(zone.info).date().isoformat() <= counted[days - 1]:
        last_shown += step
    return last_shown


MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
ENDED = re.compile(rf"el \S+ (\d+) de (\S+) de (\d{{4}}), {TIME} h")
LAST = re.compile(r"(Se cumplió|Dejó de correr|Terminó) el ")


def ends_in(line, zone):
    """The instants that a local time stands for: two where the hour is shown twice."""
    day, month, year, *time = ENDED.search(line).groups()
    wall = datetime(int(year), MONTHS.index(month) + 1, int(day)) + time_of(*time)
    return [wall.replace(tzinfo=zone.info, fold=fold).astimezone(timezone.utc) for fold in (0, 1)]


def check_end(lines, zone, due):
    """What is said of the end agrees with the due instant: met is at or before it, late is after."""
    for line in lines:
        said = LAST.match(line)
        if not said:
            continue
        ends = ends_in(line, zone)
        met = due is None or min(ends) <= due
        late = due is not None and max(ends) > due
        if said.group(1) == "Se cumplió" and not met:
            raise ValueError(f"it was not met: {line}")
        if said.group(1) == "Terminó" and not late:
            raise ValueError(f"it was not late: {line}")


def due_of(lines, zone):
    start = moments(lines[1], zone)[0]
    term = re.fullmatch(r"Plazo: (\d+) (?:días (?:hábiles|naturales)|día (?:hábil|natural))\.", lines[2])
    if term:
        return count_days(lines, zone, start, int(term.group(1)))
    term = re.fullmatch(r"Plazo: (.*) de tiempo (?:hábil|corrido)\.", lines[2])
    if term:
        return count_time(lines, zone, start, length_of(term.group(1)))
    [said] = [line for line in lines if line.startswith("Vence el ")]
    return moments(said, zone)[0]


def recount(lines):
    zone = Zone(lines[0])
    lines = [with_iso_dates(line) for line in lines]
    due = due_of(lines, zone)
    check_end(lines, zone, due)
    return due


for line in sys.stdin:
    due = recount(json.loads(line)["explanation"])
    if due is None:
        print("held")
    else:
        print(due.strftime("%Y-%m-%dT%H:%M:%S.") + f"{due.microsecond // 1000:03d}Z")
