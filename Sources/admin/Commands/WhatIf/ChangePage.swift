internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// Tells in words in what two versions of rules differ.
struct ChangePage {
  private let catalogue: Catalogue
  /// How many members may vote in each body today; empty where no log says so.
  private let electorates: [String: Int]

  init(_ catalogue: Catalogue, electorates: [String: Int] = [:]) {
    self.catalogue = catalogue
    self.electorates = electorates
  }

  /// `~ notice of plenary: 14 days -> 21 days`.
  func line(of change: RulesChange) -> String {
    Self.sign(of: change.kind) + " " + words(of: change)
  }

  private static func sign(of kind: RulesChange.Kind) -> String {
    switch kind {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }

  /// The change as one sentence without an end.
  func words(of change: RulesChange) -> String {
    let label = ChangeLabel.text(of: change)
    let what = label.map { catalogue.text($0.key, $0.values) } ?? change.key
    var values: [String: Failure.Value] = ["what": .text(what)]
    values["before"] = change.before.map { .text(words(of: $0, in: change)) }
    values["after"] = change.after.map { .text(words(of: $0, in: change)) }
    let key = isSameNumber(change) ? "same-number" : change.kind.rawValue
    return catalogue.text("change.\(key)", values)
  }

  /// One object for programs, with the sentence and, for a threshold of all members, its number today.
  func json(of change: RulesChange) -> JSON {
    .object(compacting: [
      ("change", .text(change.kind.rawValue)), ("key", .text(change.key)),
      ("clause", change.clause.map { .text($0) }), ("before", change.before),
      ("after", change.after),
      ("needed_before", needed(change.before, in: change).map { .int(Int64($0)) }),
      ("needed_after", needed(change.after, in: change).map { .int(Int64($0)) }),
      ("base", base(of: change).map { .int(Int64($0)) }), ("what", .text(words(of: change))),
    ])
  }

  // MARK: - Numbers of today

  /// The members over whom a threshold of a body counts, as far as the log says.
  private func base(of change: RulesChange) -> Int? {
    let key = change.key.split(separator: ".")
    guard key.first == "bodies", let body = key.dropFirst().first else { return nil }
    return electorates[String(body)]
  }

  /// How many votes or delegations a threshold of all members takes today.
  private func needed(_ side: JSON?, in change: RulesChange) -> Int? {
    guard let side, let base = base(of: change), let threshold = Self.threshold(side),
      ["members", "all_members"].contains(side["of"]?.text)
    else { return nil }
    return threshold.needed(of: base)
  }

  private func isSameNumber(_ change: RulesChange) -> Bool {
    guard change.kind == .changed, let before = needed(change.before, in: change) else {
      return false
    }
    return before == needed(change.after, in: change)
  }

  private static func threshold(_ side: JSON) -> Threshold? {
    for strictness in [Threshold.Strictness.moreThan, .atLeast] {
      guard let text = side[strictness.rawValue]?.text, let fraction = Fraction(text) else {
        continue
      }
      return Threshold(strictness, fraction)
    }
    return nil
  }

  // MARK: - Values

  private func words(of side: JSON, in change: RulesChange) -> String {
    if let threshold = Self.threshold(side), let base = side["of"]?.text,
      side.fields?.members.count == 2
    {
      return words(of: threshold, base, needed(side, in: change), self.base(of: change))
    }
    if change.isFrequency, let period = side["per"]?.text.flatMap({ Period($0) }),
      let count = side["at_least"]?.text.flatMap({ Int($0) })
    {
      return catalogue.text("change.frequency", ["n": .int(count), "period": .period(period)])
    }
    return words(of: side)
  }

  /// `at least 2/3 of all members (6 of 8)`.
  func words(of threshold: Threshold, _ base: String, _ needed: Int?, _ count: Int?) -> String {
    var values: [String: Failure.Value] = [
      "strictness": .word("term.\(threshold.strictness.rawValue)"),
      "fraction": .text(threshold.fraction.description), "base": term(base),
    ]
    guard let needed, let count else { return catalogue.text("change.threshold", values) }
    values["needed"] = .int(needed)
    values["count"] = .int(count)
    return catalogue.text("change.threshold-today", values)
  }

  private func words(of json: JSON) -> String {
    switch json {
    case .object(let fields):
      return fields.members.map { "\($0.name) \(words(of: $0.value))" }.joined(separator: ", ")
    case .list(let items):
      return items.map { words(of: $0) }.joined(separator: ", ")
    case .text(let text):
      if let day = Day(text) { return catalogue.text(of: .day(day)) }
      if let period = Period(text) { return catalogue.text(of: .period(period)) }
      return catalogue.text(of: term(text))
    case .int(let number): return catalogue.number(Int(clamping: number))
    case .bool(let flag): return catalogue.text(flag ? "word.yes" : "word.no")
    case .null: return catalogue.text("word.none")
    }
  }

  /// A word of the plugin format in the reader's language; any other text as it is.
  private func term(_ text: String) -> Failure.Value {
    if text == "true" { return .word("word.yes") }
    if text == "false" { return .word("word.no") }
    return catalogue.template("term.\(text)") == nil ? .text(text) : .word("term.\(text)")
  }
}
