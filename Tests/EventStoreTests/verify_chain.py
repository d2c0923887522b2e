"""A second implementation of docs/log-format.md: recomputes the chain of a log.db.

    verify_chain.py LOG.DB    prints the number of events and the chain's last hash
    verify_chain.py --vectors prints the test vectors of docs/log-format.md
"""
import hashlib
import sqlite3
import struct
import sys


def sha(data):
    return hashlib.sha256(data).digest()


def number(value):
    return struct.pack(">q", value)


def text(value):
    return struct.pack(">I", len(value)) + value


def optional(value):
    return b"\0" if value is None else b"\1" + value


def genesis(log_id, created):
    return sha(b"\x02" + text(b"acta/1") + log_id + number(created))


def chain(previous, leaf):
    return sha(b"\x01" + previous + leaf)


def command_hash(row):
    (row_id, command_id, request, name, actor, correlation, causation, rules, verdict, first, last,
     recorded, body, answer) = row
    return sha(
        b"R\x01" + number(row_id) + command_id + request + text(name) + text(actor)
        + optional(correlation) + optional(None if causation is None else number(causation))
        + optional(rules) + text(verdict) + optional(None if first is None else number(first))
        + optional(None if last is None else number(last)) + number(recorded) + text(body)
        + text(answer))


def command_leaf(ordinal, command):
    return sha(b"\x00C\x01" + number(ordinal) + command)


def event_leaf(ordinal, position, stream, version, kind, schema, recorded, effective, event_id, data,
               command, sealed):
    leaf = (
        b"E\x01" + number(ordinal) + number(position) + text(stream) + number(version) + text(kind)
        + number(schema) + number(recorded) + number(effective) + event_id + sha(data) + command
        + struct.pack(">I", len(sealed)))
    for slot, subject, digest in sealed:
        leaf += text(slot) + text(subject) + digest
    return sha(b"\x00" + leaf)


def walk(path, leaves=None):
    """Events and the last hash of a log; its leaf hashes are added to a list."""
    leaves = [] if leaves is None else leaves
    log = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    log.text_factory = bytes
    meta = dict(log.execute("SELECT key, value FROM log_meta"))
    head, events, ordinal = genesis(meta[b"log_id"], meta[b"created"]), 0, 0
    commands = log.execute(
        "SELECT id, command_id, request_hash, name, actor, correlation, causation, rules, verdict,"
        " first_position, last_position, recorded, body, answer FROM commands ORDER BY id")
    for row in commands.fetchall():
        command = command_hash(row)
        if row[9] is None:
            ordinal += 1
            leaves.append(command_leaf(ordinal, command))
            head = chain(head, leaves[-1])
            continue
        for event in log.execute(
                "SELECT e.position, s.name, e.version, t.name, e.schema, e.recorded, e.effective,"
                " e.event_id, e.data FROM events e JOIN streams s ON s.id = e.stream"
                " JOIN event_types t ON t.id = e.type WHERE e.position BETWEEN ? AND ?"
                " ORDER BY e.position", (row[9], row[10])).fetchall():
            sealed = log.execute(
                "SELECT slot, subject, digest FROM sealed WHERE position = ? ORDER BY slot",
                (event[0],)).fetchall()
            ordinal, events = ordinal + 1, events + 1
            leaves.append(event_leaf(ordinal, *event[:8], event[8], command, sealed))
            head = chain(head, leaves[-1])
    return events, head


def vectors():
    log_id, created = bytes(range(16)), 1_795_424_400_000_000
    start = genesis(log_id, created)
    request = bytes(range(32, 64))
    accepted = command_hash((
        1, bytes(range(16, 32)), request, b"member admit", b"secretariat", None, None,
        sha(b"rules"), b"accepted", 1, 1, created, b'{"do":"member admit"}',
        b'{"clause":"membership.admission"}'))
    refused = command_hash((
        2, bytes(range(48, 64)), request, b"member admit", b"secretariat", bytes(range(16)), 1,
        None, b"refused", None, None, created + 1, b"{}", '{"why":"já é membro"}'.encode()))
    plain = event_leaf(
        1, 1, b"member-PT", 1, b"member.admitted", 1, created, 1_795_392_000_000_000, bytes(16),
        b'{"state":"PT"}', accepted, [])
    personal = event_leaf(
        1, 1, b"person-H-1", 1, b"person.entered", 2, created, -86_400_000_000, bytes(16),
        b'{"name":{"sealed":"name"}}', accepted,
        [(b"mail", b"H-1", sha(b"one")), (b"name", b"H-1", sha(b"two"))])
    leaf = command_leaf(2, refused)
    return {
        "genesis": start, "accepted command": accepted, "refused command": refused,
        "event leaf": plain, "event leaf with sealed fields": personal, "command leaf": leaf,
        "chain after the event": chain(start, plain),
        "chain after the refused command": chain(chain(start, plain), leaf),
    }


if __name__ == "__main__":
    if sys.argv[1] == "--vectors":
        for name, value in vectors().items():
            print(f"{name}: {value.hex()}")
    else:
        count, last = walk(sys.argv[1])
        print(count, last.hex())
