import Foundation
import Testing
import Values

/// A network that somebody founded with the help texts alone: what was written, and what was typed, to be done again.
///
/// `docs/rehearsal.md` tells what it is for; the folder holds what the founder writes and types.
struct Rehearsal {
  /// Below `Tests/EndToEndTests`.
  let folder: String
  /// The template that the founder chose.
  let template: String
  /// The folder of the network, and its short name.
  let network: String
  /// In which the founder reads what is answered.
  var language = "en"

  private var files: URL { Program.root.appending(path: "Tests/EndToEndTests/\(folder)") }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: files.appending(path: name), encoding: .utf8)
  }

  // MARK: - What is typed

  /// A line of `acts.txt` with the status and the words that must come.
  private struct Step: CustomStringConvertible {
    let number: Int
    let now: String
    let status: Int32
    let line: String
    var words: [String] = []

    var description: String { "acts.txt:\(number): \(line)" }
  }

  private func steps() throws -> [Step] {
    var steps: [Step] = []
    var now = ""
    let lines = try text("acts.txt").split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let rest = String(line.drop { $0 != " " }.dropFirst())
      switch line.prefix(1) {
      case "@": now = rest
      case ">": steps[steps.count - 1].words.append(rest)
      default:
        let status = try #require(Int32(line.prefix { $0 != " " }), "\(line)")
        steps.append(Step(number: index + 1, now: now, status: status, line: rest))
      }
    }
    return steps
  }

  // MARK: - The network

  /// Makes the draft as the founder has edited it, in a folder of its own.
  func withDraft(_ body: (NetworkOnDisk) throws -> Void) throws {
    try Program.withFolder { scratch in
      let made = NetworkOnDisk(folder: scratch.appending(path: network).path)
      let outcome = try Program.run([
        "init", "--template", template, "--answers",
        files.appending(path: "answers.yaml").path, made.folder,
      ])
      try #require(outcome.status == 0, "\(outcome.talk)")
      let draft = try String(contentsOf: made.file("network.yaml"), encoding: .utf8)
      let start = try #require(draft.range(of: "\ngovernance:\n")).lowerBound
      let end = try #require(draft.range(of: "\n# ---- ")).lowerBound
      let edited = draft[..<start] + "\n" + (try text("rules.yaml")) + draft[end...]
      try Data(edited.utf8).write(to: made.file("network.yaml"))
      try Data(try text("cases.yaml").utf8).write(to: made.file("cases.yaml"))
      try body(made)
    }
  }

  /// Runs a line with a shell in the folder of the network, as whoever repeats it does.
  private func type(_ step: Step, in network: NetworkOnDisk) throws -> Program.Outcome {
    let command = "admin() { \"$ACTA_PROGRAM\" \"$@\"; }; cd \"$ACTA_FOLDER\" && \(step.line)"
    return try Program.run(
      ["-c", command], at: step.now,
      environment: [
        "ACTA_PROGRAM": Program.path, "ACTA_FOLDER": network.folder, "ADMIN_LANG": language,
      ],
      program: "/bin/sh")
  }

  /// The founded network after all that is typed; each line has answered as it must.
  func withFirstPlenary(_ body: (NetworkOnDisk) throws -> Void) throws {
    try withDraft { network in
      for step in try steps() {
        let outcome = try type(step, in: network)
        #expect(outcome.status == step.status, "\(step)\n\(outcome.output)\(outcome.talk)")
        for words in step.words {
          #expect(
            (outcome.output + outcome.talk).contains(words),
            "\(step)\n> \(words)\n\(outcome.output)\(outcome.talk)")
        }
      }
      try body(network)
    }
  }
}
