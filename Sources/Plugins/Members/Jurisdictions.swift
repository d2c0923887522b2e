/// States and territories by their codes of ISO 3166-1 alpha-2.
package enum Jurisdictions {
  package static func contains(_ code: String) -> Bool { codes.contains(code) }

  /// Source: ISO 3166-1, as in Debian's iso-codes 4.15; XK is the code that the European Union uses for Kosovo.
  package static let codes: Set<String> = ["PT"]
}
