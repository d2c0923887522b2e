/// One kind of act: its name on the command line and the fields it asks for.
///
/// The same fields are the options of the command, the keys of an import file and the questions of the wizard.
package struct ActKind: Hashable, Sendable {
  package let noun: String
  package let verb: String
  package let fields: [ActField]
  /// Groups of fields of which at most one group is given; a person who answered one is not asked for another.
  package let alternatives: [[String]]

  package init(
    _ noun: String, _ verb: String, fields: [ActField], alternatives: [[String]] = []
  ) {
    self.noun = noun
    self.verb = verb
    self.fields = fields
    self.alternatives = alternatives
  }

  /// `member admit`, as in import files.
  package var name: String { "\(noun) \(verb)" }
}

/// One field of an act.
package struct ActField: Hashable, Sendable {
  /// What a value of the field is; the edge checks the form, the decider the meaning.
  package enum Kind: Hashable, Sendable {
    case text
    /// `2026-11-23`.
    case day
    /// `2026`, `2026-11` or `2026-11-23`.
    case partialDay
    /// Of the local day, `09:32`.
    case time
    case int
    case period
    case flag
    case choice([String])
    /// The id of a thing of a noun, such as `member`; or of a key of the rules, such as `series`.
    case id(String)
    case ids(String)
    /// `PT=for,ES=against`: ids of a noun, each with one of the choices; a text without choices, and a short word
    /// without commas, such as a number, where the choices are empty.
    case pairs(String, [String]?)
    case texts
    /// Short words with commas between, such as codes of languages.
    case words
    /// A whole document in canonical JSON, such as the rules; kept in its event and not in the command.
    case document
  }

  /// The option's name without hyphens, in lower case; words joined by hyphens.
  package let name: String
  package let kind: Kind
  package let isRequired: Bool
  /// Whether the value may stand without its option's name, straight after the verb.
  package let isPositional: Bool
  /// Whether the value is personal data, to be sealed.
  package let isPersonal: Bool
  /// Whether the value names a thing that the act brings into being, so that nobody knows it yet.
  package let isNew: Bool

  package init(
    _ name: String, _ kind: Kind, isRequired: Bool = false, isPositional: Bool = false,
    isPersonal: Bool = false, isNew: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.isPositional = isPositional
    self.isPersonal = isPersonal
    self.isNew = isNew
  }

  package static func required(_ name: String, _ kind: Kind) -> ActField {
    ActField(name, kind, isRequired: true)
  }

  package static func subject(_ name: String, _ kind: Kind) -> ActField {
    ActField(name, kind, isRequired: true, isPositional: true)
  }

  /// The subject of an act that begins its history.
  package static func newcomer(_ name: String, _ kind: Kind) -> ActField {
    ActField(name, kind, isRequired: true, isPositional: true, isNew: true)
  }

  package static func optional(_ name: String, _ kind: Kind) -> ActField { ActField(name, kind) }
}
