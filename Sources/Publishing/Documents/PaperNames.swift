package import Values

/// Names that the rules give to what the log has by its code: institutions and bodies.
///
/// States keep their codes, which `StateLegend` explains: in Portuguese and Spanish a name would ask for its
/// article. In a list, and as a title, a name needs none.
package struct PaperNames: Hashable, Sendable {
  package static let none = PaperNames()

  /// By code, such as `EUROJUST`.
  package let institutions: [String: String]
  /// By id, such as `board`.
  package let bodies: [String: String]

  package init(institutions: [String: String] = [:], bodies: [String: String] = [:]) {
    self.institutions = institutions
    self.bodies = bodies
  }

  /// A member as it stands in a list: an institution by its name, a state by its code.
  package func listed(_ code: String) -> String { institutions[code] ?? code }

  /// Values of a sentence with names in the place of codes: in lists of members, and for a body.
  package func named(_ values: [String: Failure.Value]) -> [String: Failure.Value] {
    var named = values
    for (key, value) in values {
      switch value {
      case .list(let items) where StateLegend.naming.contains(key):
        named[key] = .list(items.map(listed))
      case .text(let id) where key == "body": named[key] = .text(bodies[id] ?? id)
      default: continue
      }
    }
    return named
  }
}
