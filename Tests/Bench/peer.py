"""The same work through the Python package eventsourcing, on SQLite, for scripts/bench.

    peer.py check                 whether the package is there
    peer.py append FILE COUNT     COUNT acts of one event on 1,000 aggregates, one durable commit each; every act gets its
                                  aggregate from the repository, as the manual of the package does
    peer.py found FILE COUNT      the same acts in commits of 1,000, for `replay`
    peer.py replay FILE           every aggregate made again from its events

Prints the seconds that the work took, opening not counted. The events have the fields that store.c writes.
"""

import os
import sys
import time
from uuid import NAMESPACE_URL, uuid5

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

AGGREGATES = 1_000
NOTE = (
    "Admitted by the plenary on the proposal of the board, with effect from the day of the decision; the accession "
    "letter is kept with the minutes."
)


class Member(Aggregate):
    @event("Founded")
    def __init__(self, number: int):
        self.number = number
        self.since = ""
        self.admissions = 0

    @staticmethod
    def create_id(number: int):
        return uuid5(NAMESPACE_URL, f"/member-{number}")

    @event("Admitted")
    def admit(self, member_class: str, decided_by: str, note: str, since: str, source: dict):
        self.since = since
        self.admissions += 1


class Network(Application):
    def admit(self, members):
        for member in members:
            member.admit("member", "deliberation-plenary-18-4", NOTE, "2026-11-23", {"act": "minutes", "page": 12})
        self.save(*members)


def opened(path: str) -> Network:
    os.environ["PERSISTENCE_MODULE"] = "eventsourcing.sqlite"
    os.environ["SQLITE_DBNAME"] = path
    return Network()


def founded(path: str):
    network = opened(path)
    members = [Member(number) for number in range(AGGREGATES)]
    network.save(*members)
    return network, members


def append(path: str, count: int) -> float:
    network, members = founded(path)
    ids = [member.id for member in members]
    start = time.perf_counter()
    for number in range(count):
        network.admit([network.repository.get(ids[number % AGGREGATES])])
    return time.perf_counter() - start


def found(path: str, count: int) -> float:
    network, members = founded(path)
    start = time.perf_counter()
    for _ in range(count // AGGREGATES - 1):
        network.admit(members)
    return time.perf_counter() - start


def replay(path: str) -> float:
    network = opened(path)
    start = time.perf_counter()
    for number in range(AGGREGATES):
        network.repository.get(Member.create_id(number))
    return time.perf_counter() - start


if __name__ == "__main__":
    work = sys.argv[1]
    if work == "append":
        print(append(sys.argv[2], int(sys.argv[3])))
    elif work == "found":
        print(found(sys.argv[2], int(sys.argv[3])))
    elif work == "replay":
        print(replay(sys.argv[2]))
