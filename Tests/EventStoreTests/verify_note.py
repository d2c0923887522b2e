"""An independent check of checkpoints, with nothing but Python's standard library.

    verify_note.py root LOG.DB [SIZE]       the root of the tree over the first leaves of a log
    verify_note.py note NOTE KEY [LOG.DB]   checks a signed checkpoint, and its root against a log
    verify_note.py cosigned NOTE KEY        checks the line of a witness
    verify_note.py extract FILE KEY         checks a certified extract of one event or act

Exit status 0 when all holds, 1 when something does not. Where PyNaCl is installed, it must agree.
Sources: RFC 8032, section 5.1.7; RFC 6962, section 2.1; C2SP signed-note, tlog-checkpoint, tlog-cosignature.
"""
import base64
import datetime
import hashlib
import json
import struct
import sys

import verify_chain

P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_M1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def decompress(data):
    number = int.from_bytes(data, "little")
    y, sign = number & (2 ** 255 - 1), number >> 255
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def is_equal(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def is_signature(signature, message, key):
    a, r = decompress(key), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L or len(signature) != 64:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    found = is_equal(multiply(s, BASE), add(r, multiply(h, a)))
    try:
        import nacl.exceptions
        import nacl.signing
    except ImportError:
        return found
    try:
        nacl.signing.VerifyKey(key).verify(message, signature)
        other = True
    except nacl.exceptions.BadSignatureError:
        other = False
    assert found == other, "two implementations of Ed25519 disagree"
    return found


def sha(data):
    return hashlib.sha256(data).digest()


def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha(b"")
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha(b"\x01" + root(leaves[:half]) + root(leaves[half:]))


def root_of_path(leaf, index, size, path):
    """By the definition of the tree, from above: which side each neighbour stands on."""
    if size == 1:
        return leaf if not path else None
    if not path:
        return None
    half = 1
    while half * 2 < size:
        half *= 2
    if index < half:
        below = root_of_path(leaf, index, half, path[:-1])
        return below and sha(b"\x01" + below + path[-1])
    below = root_of_path(leaf, index - half, size - half, path[:-1])
    return below and sha(b"\x01" + path[-1] + below)


def check(truth, what):
    if not truth:
        print(f"does not hold: {what}")
        sys.exit(1)


def key_parts(text):
    name, key_id, data = text.split("+", 2)
    data = base64.b64decode(data, validate=True)
    check(sha(name.encode() + b"\n" + data)[:4].hex() == key_id, "the key's hash")
    return name, bytes.fromhex(key_id), data[0], data[1:]


def checkpoint(whole, key):
    """Size and root of a checkpoint, once the key's signature holds."""
    name, key_id, purpose, public = key_parts(key)
    text, lines = whole.rsplit("\n\n", 1)
    text += "\n"
    found = False
    for line in lines.splitlines():
        mark, signer, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        if mark != "\u2014" or signer != name or data[:4] != key_id:
            continue
        message, signature = text.encode(), data[4:]
        if purpose == 4:
            seconds, = struct.unpack(">Q", data[4:12])
            message, signature = f"cosignature/v1\ntime {seconds}\n{text}".encode(), data[12:]
        check(is_signature(signature, message, public), "the signature")
        found = True
    check(found, "there is a signature of the key")
    origin, size, digest = text.splitlines()
    check(purpose == 4 or origin == name, "the origin")
    return int(size), base64.b64decode(digest, validate=True)


def leaves_of(path):
    leaves = []
    verify_chain.walk(path, leaves)
    return leaves


def uuid(text):
    return None if text is None else bytes.fromhex(text.replace("-", ""))


def micros(text):
    time = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ") - datetime.datetime(1970, 1, 1)
    return time // datetime.timedelta(microseconds=1)


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def extract(path, key):
    with open(path, encoding="utf-8") as file:
        given = json.load(file)
    size, digest = checkpoint(given["checkpoint"], key)
    leaf, proof = base64.b64decode(given["leaf"]), [base64.b64decode(x) for x in given["path"]]
    row, ordinal = given["command"], given["index"] + 1
    command = verify_chain.command_hash((
        row["row"], uuid(row["id"]), bytes.fromhex(row["request"]), row["act"].encode(),
        row["actor"].encode(), uuid(row.get("correlation")), row.get("causation"),
        bytes.fromhex(row["rules"]) if "rules" in row else None, row["verdict"].encode(),
        row.get("first"), row.get("last"), micros(row["recorded"]), canonical(row["body"]),
        canonical(row["answer"])))
    if "event" in given:
        event = given["event"]
        sealed = [(x["slot"].encode(), x["subject"].encode(), bytes.fromhex(x["digest"]))
                  for x in event["sealed"]]
        found = verify_chain.event_leaf(
            ordinal, event["position"], event["stream"].encode(), event["version"],
            event["type"].encode(), event["schema"], micros(event["recorded"]),
            micros(event["effective"] + "T00:00:00.000000Z"), uuid(event["id"]),
            canonical(event["data"]), command, sealed)
    else:
        found = verify_chain.command_leaf(ordinal, command)
    check(found == sha(leaf), "the leaf is that of what is readable")
    check(root_of_path(found, given["index"], size, proof) == digest, "the path to the root")


def main(work, *rest):
    if work == "root":
        leaves = leaves_of(rest[0])
        size = int(rest[1]) if len(rest) > 1 else len(leaves)
        print(size, base64.b64encode(root(leaves[:size])).decode())
    elif work == "extract":
        extract(*rest)
        print("holds")
    else:
        with open(rest[0], encoding="utf-8", newline="") as file:
            size, digest = checkpoint(file.read(), rest[1])
        if len(rest) > 2:
            check(root(leaves_of(rest[2])[:size]) == digest, "the root")
        print("holds", size)


if __name__ == "__main__":
    main(*sys.argv[1:])
