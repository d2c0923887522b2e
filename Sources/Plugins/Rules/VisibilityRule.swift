/// What the readers of each class see of persons and of agendas; whatever is not named, none of them sees.
///
/// The secretariat keeps the record and sees all of it; the rule is for what it hands out.
package struct VisibilityRule: Hashable, Sendable {
  /// What somebody may see; the raw value is the key of the plugin.
  package enum Subject: String, CaseIterable, Sendable {
    case name, email, phone, languages, specialities
    /// Items of an agenda that are not open.
    case restricted, closed
  }

  /// Who reads without belonging to the network in any class.
  package static let guest = "guest"

  /// Names of classes, and `guest`, by what they see.
  package var readers: [Subject: [String]]
  package var clause: Clause

  package init(readers: [Subject: [String]], clause: Clause) {
    (self.readers, self.clause) = (readers, clause)
  }

  package func shows(_ subject: Subject, to reader: String) -> Bool {
    readers[subject]?.contains(reader) == true
  }
}
