package import Values

/// What a person reads of a failure: what happened, why, what to do now.
package struct Explanation: Equatable, Sendable {
  package let what: String
  package let why: String
  /// The nearest right word as a question, where there is one.
  package let suggestion: String?
  package let mend: String
}

extension Catalogue {
  /// The sentences of a failure in the language of the catalogue.
  ///
  /// A value `nearest` becomes a question of its own, unless the remedy quotes it already.
  package func explanation(of failure: Failure) -> Explanation {
    let prefix = "failure.\(failure.code.name)"
    let asksItself = message("\(prefix).mend")?.placeholders.contains("nearest") ?? false
    let hasNearest = failure.values["nearest"].map { !Self.isEmpty($0) } ?? false
    return Explanation(
      what: text("\(prefix).what", failure.values), why: text("\(prefix).why", failure.values),
      suggestion: hasNearest && !asksItself
        ? text("suggestion", failure.values) : state(in: failure),
      mend: text("\(prefix).mend", failure.values))
  }

  /// Where a name of a state stands for its code, the code that is meant.
  private func state(in failure: Failure) -> String? {
    guard Self.aboutCodes.contains(failure.code.name),
      case .text(let found) = failure.values["found"],
      let code = StateNames.code(named: found)
    else { return nil }
    return text("suggestion.state", ["code": .text(code), "name": .text(state(code) ?? found)])
  }

  /// Failures of values that may be codes of members.
  private static let aboutCodes: Set<String> = [
    "jurisdiction-unknown", "answer-no-state", "field-malformed", "answer-choice",
    "answer-unreadable",
  ]

  private static func isEmpty(_ value: Failure.Value) -> Bool {
    value == .text("") || value == .list([])
  }

  /// The failure as it stands on a terminal, several lines, the last with the code in brackets.
  ///
  /// - Parameters:
  ///   - failure: What happened.
  ///   - source: The line of the file that the place names, for the caret; nil when not at hand.
  /// - Returns: Lines without an end of line after the last.
  ///
  /// Source: style, section 3, "Errors tell a person what to do".
  package func report(_ failure: Failure, source: String? = nil) -> String {
    let explanation = explanation(of: failure)
    let head = [failure.place.map(Self.text(of:)), explanation.what]
    var lines = [head.compactMap(\.self).joined(separator: ": ")]
    if let place = failure.place, let source {
      lines += Caret(line: source, column: place.column).lines.map { "  " + $0 }
    }
    lines += [explanation.why, explanation.suggestion].compactMap(\.self)
    lines.append("\(explanation.mend) [\(failure.code.name)]")
    return lines.joined(separator: "\n")
  }

  /// The failure for a program: one shape for every failure.
  ///
  /// Source: style, section 3, "JSON errors have one shape".
  package func json(of failure: Failure) -> JSON {
    let explanation = explanation(of: failure)
    let error = JSON.object(compacting: [
      ("code", .text(failure.code.name)), ("exit", .int(Int64(failure.code.exit.rawValue))),
      ("what", .text(explanation.what)), ("why", .text(explanation.why)),
      ("suggestion", explanation.suggestion.map { .text($0) }),
      ("mend", .text(explanation.mend)), ("values", Self.json(of: failure.values)),
      ("place", failure.place.map(Self.json(of:))),
    ])
    return ["error": error]
  }

  private static func json(of values: [String: Failure.Value]) -> JSON {
    .object(JSON.Fields(values.sorted { $0.key < $1.key }.map { ($0.key, json(of: $0.value)) }))
  }

  private static func json(of value: Failure.Value) -> JSON {
    switch value {
    case .text(let text): .text(text)
    case .int(let number): .int(Int64(number))
    case .day(let day): .text(day.description)
    case .list(let items): .texts(items)
    case .period(let period): .text(period.description)
    case .word(let key): .text(key)
    }
  }

  /// `file:line:column`, as compilers write it and editors read it.
  private static func text(of place: Place) -> String {
    [place.file.map(Visible.text), "\(place.line)", "\(place.column)"].compactMap(\.self)
      .joined(separator: ":")
  }

  private static func json(of place: Place) -> JSON {
    .object(compacting: [
      ("file", place.file.map { .text(Visible.text($0)) }), ("line", .int(Int64(place.line))),
      ("column", .int(Int64(place.column))),
    ])
  }
}
