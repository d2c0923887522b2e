/// A language in which the program speaks; its raw value is the two-letter code of ISO 639.
///
/// Portuguese is European Portuguese, Spanish that of Spain.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case portuguese = "pt"
  case spanish = "es"

  /// Reads the language of `pt`, `pt-PT` or `pt_PT.UTF-8`; `C` and `POSIX` are English.
  package init?(tag: String) {
    let name = tag.prefix { $0.isASCII && $0.isLetter }.lowercased()
    if name == "c" || name == "posix" {
      self = .english
    } else {
      self.init(rawValue: name)
    }
  }

  /// The variables that choose a language, the strongest first.
  ///
  /// Source: POSIX.1-2017, section 8.2, with our own variable before the system's.
  package static let variables = ["ADMIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]

  /// The language of the first variable that is set and not empty; English when we do not have it.
  package init(environment: [String: String]) {
    let tag = Self.variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = tag.flatMap(Self.init(tag:)) ?? .english
  }
}
