import EventStore
import Glibc
import Values

// The same work as store.c, through the module that the program uses.
//
//   acta-bench found DIR COUNT   a log with COUNT events of 1,000 streams
//   acta-bench append|batch|replay|verify|tree DIR [COUNT]
//   acta-bench memory DIR        replays and verifies; prints the peak of its memory in MB instead
//   acta-bench import|single DIR COUNT   acts on a network that admin founded, in files or one by one
//   acta-bench fold DIR          replays all its events into the states of its entities
//   acta-bench rules FILE RULE   one rule of rules.json: an evaluation, and its reading and checking
//   acta-bench plugin load|decide   100 rules loaded with ten cases; an act under 40 rules, warm and the first
//
// Prints the seconds that the work took, opening not counted.

/// One command of one event, of the sizes that store.c writes.
func record(_ index: Int, in transaction: Transaction) throws {
  guard let stream = StreamName(category: "member", id: String(index % 1_000)) else { return }
  let row = transaction.head.position
  let request: JSON = [
    "class": "member", "do": "member admit", "member": .text(stream.text), "since": "2026-11-23",
  ]
  let id = CommandID("bench:\(row)")
  guard try transaction.answer(to: id, request: request) == nil else { return }
  let event = NewEvent(
    stream: stream, type: "member.admitted", effective: Day(number: 20_780),
    data: [
      "class": "member", "decided_by": "deliberation-plenary-18-4", "member": .text(stream.text),
      "note":
        "Admitted by the plenary on the proposal of the board, with effect from the day of the decision; the accession letter is kept with the minutes.",
      "since": "2026-11-23", "source": ["act": "minutes", "page": 12, "paragraph": 3],
    ])
  let command = NewCommand(
    id: id, name: "member admit", actor: "secretariat", body: request, verdict: .accepted,
    answer: ["clause": "membership.admission"])
  _ = try transaction.record(command, request: request, events: [event])
}

/// Appends commands, so many to a commit.
func append(_ count: Int, by size: Int, to log: Log) throws {
  for start in stride(from: 0, to: count, by: size) {
    try log.write(now: Clock.now()) { transaction in
      for index in start..<min(count, start + size) { try record(index, in: transaction) }
    }
  }
}

/// Reads every event, its data too, in the pages that the program reads.
func replay(_ log: Log) throws {
  var position: Int64 = 0
  var page = try log.events(after: position, limit: Log.maximumPage)
  while let last = page.last {
    position = last.position
    page = try log.events(after: position, limit: Log.maximumPage)
  }
}

/// The root over leaf hashes that are nothing but numbers.
func growTree(_ count: Int) throws {
  var frontier = MerkleFrontier()
  let leaves = try (0..<1_024).map { number in
    guard let leaf = Digest([UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 32)) else {
      throw Failure(.logBroken, ["position": .int(1)])
    }
    return leaf
  }
  for index in 0..<count { frontier.append(leaves[index & 1_023]) }
  guard frontier.size == count else { throw Failure(.logBroken, ["position": .int(1)]) }
}

func verify(_ directory: String) throws {
  guard try Verifier.verify(directory: directory).isWhole else {
    throw Failure(.logBroken, ["position": .int(1)])
  }
}

/// The most memory that this process had at any time, as the kernel counts it.
func peakMegabytes() -> Double {
  var usage = rusage()
  guard unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage) == 0 else { return .infinity }
  return Double(usage.ru_maxrss) / 1_024
}

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = unsafe write(STDOUT_FILENO, bytes, bytes.count)
}

let words = CommandLine.arguments
guard words.count >= 3 else {
  throw Failure(.entryUnfit, ["field": .text("arguments"), "value": .text("")])
}
if words[1] == "rules" {
  let (evaluation, reading) = try RuleBench(path: words[2]).measure(words.last ?? "")
  say("\(evaluation) \(reading)")
  exit(0)
}
if words[1] == "plugin" {
  let bench = PluginBench()
  let line: String
  if words[2] == "load" {
    line = try "\(bench.loading())\n"
  } else {
    let (warm, first) = try bench.deciding()
    line = "\(warm) \(first)\n"
  }
  let seconds = Array(line.utf8)
  _ = unsafe write(STDOUT_FILENO, seconds, seconds.count)
  exit(0)
}
let (work, directory, count) = (words[1], words[2], words.count > 3 ? Int(words[3]) ?? 0 : 0)
if ["import", "single", "fold"].contains(work) {
  let bench = try NetworkBench(directory)
  let start = Clock.now().microseconds
  switch work {
  case "import": try bench.importActs(count)
  case "single": try bench.recordSingly(count)
  default: _ = try bench.fold()
  }
  say("\(Double(Clock.now().microseconds - start) / 1e6)")
  exit(0)
}
let log =
  work == "found"
  ? try Log.create(in: directory, now: Clock.now())
  : try Log.open(in: directory, for: ["append", "batch"].contains(work) ? .writing : .reading)
let start = Clock.now().microseconds
switch work {
case "found": try append(count, by: 1_000, to: log)
case "append": try append(count, by: 1, to: log)
case "batch": try append(count, by: count, to: log)
case "replay": try replay(log)
case "tree": try growTree(count)
case "memory":
  try replay(log)
  try verify(directory)
  say("\(peakMegabytes())")
  exit(0)
default: try verify(directory)
}
say("\(Double(Clock.now().microseconds - start) / 1e6)")
