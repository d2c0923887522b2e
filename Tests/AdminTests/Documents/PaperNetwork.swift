import Foundation
import Values

@testable import admin

/// The EJCN with rules on agendas and minutes, through a whole plenary: what its documents are made from.
enum PaperNetwork {
  /// The keys that the network does not have, below its series.
  private static let keys = """
    documents: P7D, source: assumption}
          agenda: {freeze: P10D, late: reason, source: assumption}
          minutes: {comments: P10D, approval: silence, source: assumption}
    """

  /// A network founded under those rules, with one more line of `governance`, gone when the body returns.
  static func with(_ line: String, _ body: (SampleNetwork) throws -> Void) throws {
    try with([("governance:\n", "governance:\n" + line)], body)
  }

  /// A network founded under those rules, gone when the body returns; each edit replaces words of them.
  static func with(
    _ edits: [(String, String)] = [], _ body: (SampleNetwork) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let network = SampleNetwork(folder: root.path)
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    let made = Outcome(
      ["init", "--template", plugin, root.path], ["ACTA_NOW": network.now], tree: .all)
    guard made.status == .done else { throw Failure(.unexpected, ["talk": .text(made.talk)]) }
    let file = root.appending(path: "network.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    var written = text.replacing("documents: P7D, source: assumption}", with: keys)
    for (old, new) in edits { written = written.replacing(old, with: new) }
    try written.write(to: file, atomically: true, encoding: .utf8)
    // The cases of the network promise the values that are replaced here.
    try FileManager.default.removeItem(at: root.appending(path: "cases.yaml"))
    let founded = network.run("apply --founding")
    guard founded.status == .done else {
      throw Failure(.unexpected, ["talk": .text(founded.talk)])
    }
    try body(network)
  }

  /// Days and lines: five states, an agenda, a plenary, and what becomes of its minutes.
  static let story: [Step] = members + before + sitting + after

  typealias Step = (now: String, line: String)

  private static let members: [Step] = ["BE", "ES", "FR", "IT", "PT"].map { member -> Step in
    (now: "2026-11-01T09:00:00Z", line: "member admit \(member) --class member")
  }

  private static let before: [Step] = [
    (
      "2026-11-01T10:00:00Z",
      "meeting plan plenary --from 2026-11-23 --place 'The Hague' --format hybrid"
    ),
    (
      "2026-11-02T09:00:00Z",
      "agenda add guide --meeting plenary-1 --title 'Guide on retention' --minutes 30 --owner PT"
    ),
    (
      "2026-11-02T09:00:00Z",
      "agenda add annex --meeting plenary-1 --title 'Its annex' --parent guide --minutes 15"
    ),
    (
      "2026-11-02T09:00:00Z",
      "agenda add case --meeting plenary-1 --title 'A pending case' --session closed"
    ),
    (
      "2026-11-02T09:00:00Z",
      "agenda add budget --meeting plenary-1 --title Budget --minutes 20 --paper \(paper)"
    ),
    ("2026-11-03T09:00:00Z", "meeting convene plenary-1"),
    (
      "2026-11-20T09:00:00Z",
      "agenda add visit --meeting plenary-1 --title 'A visit' --reason 'asked for by the host'"
    ),
  ]

  static let paper =
    "figures.pdf=aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11"

  private static let times: [(String, String)] = [
    ("09:30", "meeting open plenary-1 --present BE,ES,FR,PT --chair BE --time 09:30"),
    (
      "10:00",
      "deliberation record plenary-1 --title 'Guide on retention' --item guide --consensus --text 'The guide is adopted.\nIt is published at once.'"
    ),
    ("10:30", "attendance arrive plenary-1 --member IT --time 10:30 --represented-by deputy"),
    (
      "11:00",
      "deliberation record plenary-1 --title 'The pending case' --item case --for 4 --against 0 --abstain 1"
    ),
    ("11:30", "attendance leave plenary-1 --member FR --time 11:30"),
    (
      "12:00",
      "deliberation record plenary-1 --title Budget --item budget --names BE=for,ES=for,PT=against,IT=abstain --dissent 'PT=The figures came late.'"
    ),
    (
      "12:30", "deliberation defer plenary-1 --title 'A visit' --item visit --reason 'no time left'"
    ),
    ("13:00", "meeting close plenary-1 --time 13:00"),
  ]

  private static let sitting: [Step] = times.map { time, line -> Step in
    (now: "2026-11-23T\(time):00Z", line: line)
  }

  private static let after: [Step] = [
    ("2026-11-24T09:00:00Z", "minutes draft plenary-1"),
    (
      "2026-11-24T10:00:00Z",
      "minutes write plenary-1 --after present --text 'The host welcomed the delegations.'"
    ),
    ("2026-11-25T09:00:00Z", "minutes circulate plenary-1"),
    (
      "2026-11-26T09:00:00Z",
      "minutes comment plenary-1 --member ES --text 'The welcome was short.' --place P-1"
    ),
    (
      "2026-12-06T09:00:00Z",
      "minutes comment plenary-1 --member PT --text 'It was ten past.' --place opened --objects"
    ),
    ("2026-12-06T10:00:00Z", "minutes approve plenary-1"),
    (
      "2026-12-10T09:00:00Z",
      "minutes correct plenary-1 --place opened --text 'The meeting was opened at 09:40.' --reason 'the log of the hall'"
    ),
  ]

  /// Plays the story, or its first lines.
  static func play(_ count: Int = story.count, in network: SampleNetwork) throws -> SampleNetwork {
    var network = network
    for (now, line) in story.prefix(count) {
      network.now = now
      let told = network.run(line + " --quiet")
      guard told.status == .done else {
        throw Failure(.unexpected, ["line": .text(line), "talk": .text(told.talk)])
      }
    }
    return network
  }
}
