import Foundation

// Breaks what a machine can break, and says what became of the record; `scripts/faults` calls it.
//
//   acta-faults [--short] [--seed N] [--only KIND]... [--admin PROGRAM]
//   acta-faults --list
//   acta-faults --child WORK WORD...     one of the processes that a run starts
//   acta-faults --fuzz PARSER [OPTION]   libFuzzer, where it was built in
//
// One line for each kind of fault. Exit: 0 all held; 1 something did not; 64 the line is wrong.

let words = Array(CommandLine.arguments.dropFirst())
do {
  switch words.first {
  case "--list": Console.say(Kind.all.map(\.name).joined(separator: "\n"))
  case "--child": try Child.run(Array(words.dropFirst()))
  case "--fuzz": exit(LibFuzzer.run(Array(words.dropFirst())))
  default:
    guard let session = try Session(words) else {
      Console.complain("usage: acta-faults [--short] [--seed N] [--only KIND]... [--admin PROGRAM]")
      exit(64)
    }
    exit(try session.run() ? 0 : 1)
  }
} catch {
  Console.complain("acta-faults: \(error)")
  exit(1)
}
