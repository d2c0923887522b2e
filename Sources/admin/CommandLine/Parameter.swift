/// One thing that a command can be told: an option, a flag, or a word in its place.
struct Parameter: Equatable, Sendable {
  /// What a value must look like; the parser refuses any other.
  enum Kind: Equatable, Sendable {
    case text
    case number
    /// A day, `2026-12-07`.
    case day
    /// A day, a month or a year: `2016-11-24`, `2016-11`, `2016`.
    case partialDay
    case choice([String])
    /// Words with commas between; given more than once, they add up.
    case list
    /// Present or absent; takes no value.
    case flag
  }

  /// The option's name without dashes; also the name of the field in `admin import`.
  let name: String
  let kind: Kind
  /// A letter that stands for the name after one dash.
  var short: Character?
  /// The noun of what the value names, such as `member`; nil for a value that names nothing.
  var refersTo: String?
  var isRequired = false
  var isPositional = false
  var isRepeatable = false
  /// Whether the value names what the act brings into being, so that no view has it yet.
  var isNew = false

  static func option(_ name: String, _ kind: Kind, short: Character? = nil) -> Parameter {
    Parameter(name: name, kind: kind, short: short)
  }

  static func flag(_ name: String, short: Character? = nil) -> Parameter {
    Parameter(name: name, kind: .flag, short: short)
  }

  /// A word in its place: `admin member show PT`.
  static func positional(_ name: String, _ kind: Kind = .text) -> Parameter {
    Parameter(name: name, kind: kind, isRequired: true, isPositional: true)
  }

  /// The same parameter, without which the command cannot run.
  var required: Parameter {
    var copy = self
    copy.isRequired = true
    return copy
  }

  /// The same parameter, which may be left out though it has a place.
  var optional: Parameter {
    var copy = self
    copy.isRequired = false
    return copy
  }

  /// The same parameter, which may be given more than once.
  var repeatable: Parameter {
    var copy = self
    copy.isRepeatable = true
    return copy
  }

  /// How a person writes it: `--title`, or `ID` for a word in its place.
  var spelling: String { isPositional ? name.uppercased() : "--\(name)" }

  /// How help shows its value: `TEXT`, `DAY`, `table|json`; empty for a flag.
  var valueSketch: String {
    switch kind {
    case .text: "TEXT"
    case .number: "NUMBER"
    case .day: "DAY"
    case .partialDay: "DAY"
    case .choice(let choices): choices.joined(separator: "|")
    case .list: "A,B"
    case .flag: ""
    }
  }
}
