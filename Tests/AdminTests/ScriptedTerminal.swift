import Publishing
import Values

@testable import admin

/// A terminal that reads lines from a script and keeps what is written.
final class ScriptedTerminal: Terminal {
  let canAsk: Bool
  let outputIsTerminal: Bool
  let outputWidth: Int?
  private var lines: ArraySlice<String>
  private(set) var output = ""
  private(set) var talk = ""

  /// Lines to be read make it a terminal that can be asked.
  init(lines: [String]? = nil, outputIsTerminal: Bool = false, width: Int? = nil) {
    canAsk = lines != nil
    self.lines = (lines ?? [])[...]
    self.outputIsTerminal = outputIsTerminal
    outputWidth = width
  }

  func write(_ text: String) { output += text }
  func writeError(_ text: String) { talk += text }
  func readLine() -> String? { lines.popFirst() }
  func readSecret(_ prompt: String, atMost limit: Int) -> [UInt8]? {
    talk += prompt
    return lines.popFirst().map { Array($0.utf8) }
  }
  func flush() -> Bool { true }
}

/// The nouns and verbs of the finished program, with commands that show what they were told.
enum SampleTree {
  static let tree = CommandTree(commands: commands)

  private static let commands: [Command] =
    [status, verify, admit, show, list]
    + sketches(
      "meeting", ["list", "show", "history", "plan", "convene", "cancel", "open", "close"])
    + sketches("deliberation", ["list", "record", "explain", "correct", "defer"])
    + sketches("appointment", ["list", "confirm", "replace", "end"])
    + sketches("programme", ["list", "draft", "adopt", "report"])
    + sketches("subgroup", ["list", "coordinate", "mandate"])
    + sketches("directory", ["show", "export"]) + sketches("board", ["elect", "rotate", "compose"])

  private static let status = sketch("status", nil)
  private static let verify = sketch("verify", nil)
  private static let show = Command(
    noun: "member", verb: "show", group: .knowWho, effect: .reads,
    parameters: [.positional("id")], examples: [], run: answer)
  private static let list = Command(
    noun: "member", verb: "list", group: .knowWho, effect: .reads, parameters: [], examples: []
  ) { _, session in
    try session.show(members)
    return .done
  }

  static let members = Listing(
    columns: ["state", "class", "seats"],
    rows: [
      JSON.Fields([("state", "PT"), ("class", "member"), ("seats", 2)]),
      JSON.Fields([("state", "NO"), ("class", "observer"), ("seats", 11)]),
      JSON.Fields([("state", "ES"), ("class", "member"), ("seats", 1)]),
    ])

  private static let admit = Command(
    noun: "member", verb: "admit", group: .knowWho, effect: .records,
    parameters: [
      .positional("state"), .option("class", .choice(["member", "observer"])).required,
      .option("from", .day), .option("act", .text), .option("languages", .list),
      .flag("provisional"),
    ],
    examples: ["admin member admit PT --class member"], run: answer)

  private static func sketches(_ noun: String, _ verbs: [String]) -> [Command] {
    verbs.map { sketch(noun, $0) }
  }

  private static func sketch(_ noun: String, _ verb: String?) -> Command {
    Command(
      noun: noun, verb: verb, group: .everyDay, effect: .reads, parameters: [], examples: [],
      run: answer)
  }

  /// Answers with the call itself.
  private static let answer: @Sendable (Invocation, Session) throws -> ExitStatus = {
    call, session in
    session.terminal.write(call.line(session.globals) + "\n")
    return .done
  }
}

/// What one call of the program gave.
struct Outcome {
  let status: ExitStatus
  let output: String
  let talk: String

  /// Runs a line, split at spaces, in the sample tree and in English.
  init(
    _ line: String, environment: [String: String] = [:],
    terminal: ScriptedTerminal = ScriptedTerminal()
  ) {
    self.init(line.split(separator: " ").map { String($0) }, environment, terminal)
  }

  init(
    _ words: [String], _ environment: [String: String] = [:],
    _ terminal: ScriptedTerminal = ScriptedTerminal(), tree: CommandTree = SampleTree.tree
  ) {
    status = Admin.run(words, environment: environment, terminal: terminal, tree: tree)
    output = terminal.output
    talk = terminal.talk
  }
}
