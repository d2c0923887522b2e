internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// Tells how worked cases went: a line for each, and what to look at where one fails.
struct CasePage {
  private let session: Session
  private let places: ClausePlaces
  private let answers: RefusalPage

  init(_ session: Session, _ places: ClausePlaces, basis: [String: String]) {
    self.session = session
    self.places = places
    answers = RefusalPage(session.catalogue, basis: basis)
  }

  private var catalogue: Catalogue { session.catalogue }

  func show(_ report: CaseReport, casesFile: String) {
    guard !report.results.isEmpty else {
      return session.terminal.write(
        catalogue.text("test.none", ["file": .text(casesFile)]) + "\n")
    }
    var told: [CaseStop: String] = [:]
    for result in report.results where !result.passes || !session.globals.isQuiet {
      let former = result.stop.flatMap { told[$0] }
      for line in lines(of: result, stoppedLike: former) { session.terminal.write(line + "\n") }
      if let stop = result.stop, former == nil { told[stop] = result.worked.name }
    }
    session.terminal.write(summary(of: report).map { $0 + "\n" }.joined())
  }

  /// ` ok   NAME`, or `FAIL` with what was expected, what came out, why, and where to look.
  func lines(of result: CaseResult) -> [String] { lines(of: result, stoppedLike: nil) }

  /// The same; a case that was stopped by what an earlier one was stopped by names that one and no reasons.
  private func lines(of result: CaseResult, stoppedLike former: String?) -> [String] {
    let marks = ["test.ok", "test.fail"].map { catalogue.text($0) }
    let width = marks.map(DisplayWidth.columns(of:)).max() ?? 0
    let mark = marks[result.passes ? 0 : 1]
    let padding = String(repeating: " ", count: width - DisplayWidth.columns(of: mark))
    let head = " \(mark)\(padding)  \(Visible.text(result.worked.name))"
    guard !result.passes else { return [head] }
    let indent = String(repeating: " ", count: width + 3)
    return [head] + reasons(of: result, stoppedLike: former).map { indent + $0 }
  }

  private func reasons(of result: CaseResult, stoppedLike former: String?) -> [String] {
    if let stop = result.stop, let former {
      let values = ["place": text(of: stop.place), "name": Visible.text(former)]
      return [
        catalogue.text("test.stopped-too", values.mapValues { Failure.Value.text($0) }),
        place(of: result),
      ]
    }
    return result.mismatches.flatMap(lines(of:)) + (result.answer.map(lines(of:)) ?? [])
      + (result.stop.map(lines(of:)) ?? []) + [place(of: result)]
  }

  private func lines(of mismatch: Mismatch) -> [String] {
    var values: [String: Failure.Value] = [
      "name": .text(mismatch.name), "expected": .list(mismatch.expected),
    ]
    guard let found = mismatch.found else {
      let nearest = mismatch.nearest.map { ["nearest": Failure.Value.text($0)] }
      return [catalogue.text("test.silent", values)]
        + (nearest.map { [catalogue.text("suggestion", $0)] } ?? [])
    }
    values["found"] = found.isEmpty ? .word("word.nothing") : .list(found)
    return [catalogue.text("test.expected", values)]
  }

  /// How the rules came to the answer.
  private func lines(of answer: CaseAnswer) -> [String] {
    let derivations = answer.reasons.derivations.map { "\(answers.text(of: $0)) [\($0.rule)]" }
    return derivations + answer.reasons.refusals.flatMap { lines(of: answers.text(of: $0)) }
      + (answer.failure.map { lines(of: catalogue.report($0)) } ?? [])
  }

  private func lines(of stop: CaseStop) -> [String] {
    [catalogue.text("test.stopped", ["place": .text(text(of: stop.place))])]
      + stop.refusals.flatMap { lines(of: answers.text(of: $0)) }
      + (stop.failure.map { lines(of: catalogue.report($0)) } ?? [])
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { String($0) }
  }

  /// `cases.yaml:7   rule network.yaml:19`.
  private func place(of result: CaseResult) -> String {
    let own = text(of: result.worked.place)
    guard let rule = result.clause.flatMap({ places[$0] }) else { return own }
    return own + "   " + catalogue.text("test.rule", ["place": .text(text(of: rule))])
  }

  func place(ofRule clause: String) -> Place? { places[clause] }

  func write(_ key: String, _ values: [String: Failure.Value]) {
    session.terminal.write(catalogue.text(key, values) + "\n")
  }

  func text(of place: Place?) -> String {
    guard let place else { return "-" }
    return [place.file.map(Visible.text), "\(place.line)"].compactMap(\.self).joined(separator: ":")
  }

  /// The line that names clauses; none for no clause.
  private func list(_ key: String, _ clauses: [String]) -> [String] {
    clauses.isEmpty ? [] : [catalogue.text(key, ["rules": .list(clauses)])]
  }

  private func summary(of report: CaseReport) -> [String] {
    let rows = report.coverage.rows
    let missed = report.coverage.missed
    let outcome = catalogue.text(
      "test.summary",
      [
        "passed": .int(report.results.count - report.failed.count),
        "failed": .int(report.failed.count),
      ])
    let coverage = catalogue.text(
      "test.coverage",
      [
        "exercised": .int(rows.count - missed.count), "all": .int(rows.count),
        "held": .int(rows.filter(\.isSeenToHold).count),
        "refused": .int(rows.filter(\.isSeenToFail).count),
      ])
    let unrefused = rows.filter { $0.isExercised && !$0.isSeenToFail }.map(\.clause)
    let always = rows.filter { $0.isExercised && $0.isSeenNotToApply == false }.map(\.clause)
    return [outcome, coverage] + list("test.missed", missed) + list("test.unrefused", unrefused)
      + list("test.always", always)
  }
}
