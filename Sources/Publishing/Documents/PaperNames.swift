package import Values

/// Names that the rules give to what the log has by its code: institutions, bodies and series of meetings.
///
/// States keep their codes, which `StateLegend` explains: in Portuguese and Spanish a name would ask for its
/// article. In a list, and as a title, a name needs none.
package struct PaperNames: Hashable, Sendable {
  package static let none = PaperNames()

  /// By code, such as `EUROJUST`.
  package let institutions: [String: String]
  /// By id, such as `board`.
  package let bodies: [String: String]
  /// By id, such as `plenary`.
  package let series: [String: String]

  package init(
    institutions: [String: String] = [:], bodies: [String: String] = [:],
    series: [String: String] = [:]
  ) {
    self.institutions = institutions
    self.bodies = bodies
    self.series = series
  }

  /// A member as it stands in a list: an institution by its name, a state by its code.
  package func listed(_ code: String) -> String { institutions[code] ?? code }

  /// Members as a list has them: states first, then institutions by their names, each as they were given.
  package func listed(_ codes: [String]) -> [String] {
    codes.filter { institutions[$0] == nil } + codes.compactMap { institutions[$0] }
  }

  /// `Plenary meeting, No. 19` for `plenary-19`; the id itself where it has no number, or no series of the rules.
  package func meeting(_ id: String, in catalogue: Catalogue) -> String {
    guard let dash = id.lastIndex(of: "-"), let title = series[String(id[..<dash])],
      let number = Int(id[id.index(after: dash)...])
    else { return id }
    return catalogue.text(
      "document.numbered", ["series": .text(title), "number": .int(number)])
  }

  /// Values of a sentence with names in the place of codes: in lists of members, for an owner, and for a body.
  package func named(_ values: [String: Failure.Value]) -> [String: Failure.Value] {
    var named = values
    for (key, value) in values {
      switch value {
      case .list(let items) where StateLegend.naming.contains(key):
        named[key] = .list(listed(items))
      case .text(let code) where key == "owner": named[key] = .text(listed(code))
      case .text(let id) where key == "body": named[key] = .text(bodies[id] ?? id)
      default: continue
      }
    }
    return named
  }
}
