import Foundation

/// A year or two of a network, typed line by line into the built program.
///
/// `Cycle/` holds what is typed. A line begins with the status that must come, `>` is what must be read in its
/// answer, `@` sets the clock; a line that a rule refuses (10) is typed in each language.
struct CyclePlay: Sendable {
  /// A line of the script with what must come of it.
  struct Step: CustomStringConvertible, Sendable {
    let number: Int
    let now: String
    let status: Int32
    let line: String
    var words: [String] = []

    var description: String { "line \(number): \(line)" }
    var isRefused: Bool { status == 10 }
  }

  /// What a line was answered with, by language; a line that is not refused is typed in English alone.
  struct Answer: Sendable {
    let step: Step
    let told: [String: Told]
  }

  struct Told: Sendable {
    let status: Int32
    let text: String
  }

  static let languages = ["en", "pt", "es"]
  static let files = Program.root.appending(path: "Tests/EndToEndTests/Cycle")

  let answers: [Answer]
  /// What the papers say, by name: `minutes-19.pt.md`.
  let papers: [String: String]
  /// The events as the network hands them out, one JSON object a line.
  let export: String
  /// What `verify` and `rebuild` said at the end.
  let verified: Told
  let rebuilt: Told

  /// The cycle of the EJCN, played once for all tests that read what came of it.
  static let ejcn = Result { try CyclePlay("ejcn.txt", CyclePrint.ejcn, in: languages) }
  /// A year of the Fórum Cibercrime, in the language in which it works.
  static let forum = Result { try CyclePlay("forum.txt", CyclePrint.forum, in: ["pt"]) }
  /// A year of the CiberRed, in the language in which it works.
  static let ciberred = Result { try CyclePlay("ciberred.txt", CyclePrint.ciberred, in: ["es"]) }

  /// Each play with the folder of its golden papers.
  static let all = [("ejcn", ejcn), ("forum", forum), ("ciberred", ciberred)]

  private init(_ name: String, _ printed: [CyclePrint], in spoken: [String]) throws {
    let steps = try Self.steps(of: name)
    let end = steps.last?.now ?? ""
    (answers, papers, export, verified, rebuilt) = try Program.withFolder { folder in
      let answers = try steps.map { try Self.answer($0, in: folder.path) }
      func told(_ line: String) throws -> Told { try Self.type(line, at: end, "en", folder.path) }
      return (
        answers, try Self.papers(printed, spoken, in: folder.path, at: end),
        try told("admin log export --events").text,
        try told("admin verify"), try told("admin rebuild")
      )
    }
  }

  // MARK: - What is typed

  static func steps(of name: String) throws -> [Step] {
    var steps: [Step] = []
    var now = ""
    let text = try String(contentsOf: files.appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let rest = String(line.drop { $0 != " " }.dropFirst())
      switch line.prefix(1) {
      case "@": now = rest
      case ">": steps[steps.count - 1].words.append(rest)
      default:
        guard let status = Int32(line.prefix { $0 != " " }) else { throw Unprepared("\(line)") }
        steps.append(Step(number: index + 1, now: now, status: status, line: rest))
      }
    }
    return steps
  }

  private static func answer(_ step: Step, in folder: String) throws -> Answer {
    let spoken = step.isRefused ? languages : ["en"]
    let told = try spoken.map { ($0, try type(step.line, at: step.now, $0, folder)) }
    return Answer(step: step, told: Dictionary(told) { $1 })
  }

  /// Runs a line with a shell in the folder of the network, as whoever repeats it does.
  private static func type(
    _ line: String, at now: String, _ language: String, _ folder: String
  ) throws -> Told {
    let shell =
      "admin() { \"$ACTA_PROGRAM\" --lang \"$ACTA_TALK\" \"$@\"; }; cd \"$ACTA_FOLDER\" && \(line)"
    let outcome = try Program.run(
      ["-c", shell], at: now,
      environment: [
        "ACTA_PROGRAM": Program.path, "ACTA_FOLDER": folder, "ACTA_TALK": language,
        "ACTA_POLICIES": Program.policies, "ACTA_CYCLE": files.path,
      ], program: "/bin/sh")
    return Told(status: outcome.status, text: outcome.output + outcome.talk)
  }

  // MARK: - What is printed

  private static func papers(
    _ printed: [CyclePrint], _ spoken: [String], in folder: String, at now: String
  ) throws -> [String: String] {
    var papers: [String: String] = [:]
    for print in printed {
      for language in spoken {
        let told = try type("admin \(print.line)", at: now, language, folder)
        guard told.status == 0 else { throw Unprepared("\(print.line): \(told.text)") }
        papers["\(print.name).\(language).md"] = told.text
      }
    }
    return papers
  }
}
