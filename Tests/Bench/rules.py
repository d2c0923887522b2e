"""The rules of rules.json through the C++ runtime of CEL: the peer of `acta-bench rules`.

usage: rules.py names|evaluate FILE [RULE]    (pip install cel-expr-python protobuf)

Prints the names of the rules, or the least seconds of processor time of an evaluation: warm, the context built once, the result asserted.
"""

import json
import sys
import time

try:
    from cel_expr_python import cel
    from google.protobuf import timestamp_pb2
except ImportError:
    cel = None

ROUNDS, TURNS = 9, 2000


def value(typed):
    kind, content = typed["type"], typed["value"]
    if kind == "int":
        return int(content)
    if kind == "timestamp":
        # The binding takes a moment within a map of any values only as a message.
        moment = timestamp_pb2.Timestamp()
        moment.FromJsonString(content)
        return moment
    if kind == "list":
        return [value(item) for item in content]
    if kind == "map":
        return {value(key): value(item) for key, item in content}
    return content


def types():
    fields = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
    return {
        "timestamp": cel.Type.TIMESTAMP,
        "map(string, dyn)": fields,
        "list(map(string, dyn))": cel.Type.List(fields),
    }


def main(work, path, rule=None):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if work == "names":
        print("\n".join(item["name"] for item in data["rules"]))
        return
    known, context = types(), data["context"]
    env = cel.NewEnv(variables={item["name"]: known[item["type"]] for item in context["typeEnv"]})
    text = next(item["expr"] for item in data["rules"] if item["name"] == rule)
    program = env.compile(text)
    bindings = {name: value(item["value"]) for name, item in context["bindings"].items()}
    bindings["now"] = bindings["now"].ToDatetime()
    activation = env.Activation(bindings)
    assert str(program.eval(activation)) == "true"
    least = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(TURNS):
            program.eval(activation)
        least = min(least, (time.process_time() - start) / TURNS)
    print(f"{least:.9f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
