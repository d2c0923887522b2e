import Values

/// What the rows of a sheet are, and which act each of them asks for.
package enum SheetKind: String, CaseIterable, Sendable {
  /// Each row a member with its class.
  case members
  /// Each row a person; name, e-mail and telephone are sealed as `person add` seals them.
  case persons
  /// Each row a person in a seat, by number or in words.
  case seats

  /// The act that a row asks for.
  package var act: ActKind {
    switch self {
    case .members: AdmitMember.kind
    case .persons: AddPerson.kind
    case .seats: AppointToSeat.kind
    }
  }

  /// The columns that the header may have, in the order of the help.
  package var columns: [SheetColumn] {
    let own = act.fields.map { SheetColumn($0, isRequired: $0.isRequired && $0.name != "person") }
    let words = AddPerson.kind.fields.map { SheetColumn($0, isRequired: false) }
    let common = [SheetColumn("from", .partialDay), SheetColumn("note", .text)]
    return own + (self == .seats ? words : []) + common
  }
}

/// One column of a sheet.
package struct SheetColumn: Hashable, Sendable {
  package let name: String
  let kind: ActField.Kind
  /// Whether the header must have it and each row a value in it.
  package let isRequired: Bool

  init(_ name: String, _ kind: ActField.Kind, isRequired: Bool = false) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
  }

  init(_ field: ActField, isRequired: Bool) {
    self.init(field.name, field.kind, isRequired: isRequired)
  }

  /// The values that a cell holds: several words with commas between, several texts with bars.
  func values(in text: String) -> [String] {
    switch kind {
    case .words, .ids, .pairs(_, .some): Self.parts(of: text, at: ",")
    case .texts, .pairs(_, nil): Self.parts(of: text, at: "|")
    default: [text]
    }
  }

  private static func parts(of text: String, at separator: Unicode.Scalar) -> [String] {
    text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map { part in
      let start = part.drop { $0 == " " }
      return String(String.UnicodeScalarView(start.reversed().drop { $0 == " " }.reversed()))
    }
  }
}
