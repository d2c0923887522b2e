internal import Plugins

/// Names of states and territories, in each language of the program, for their codes and the other way round.
///
/// ```swift
/// StateNames.code(named: "Camboja")  // "KH"
/// Catalogue(.spanish).state("KH")    // "Camboya"
/// ```
///
/// Source: Unicode CLDR, as `docs/third-party.md` tells; they say nothing about the status of a territory.
package enum StateNames {
  /// The code of the state that somebody names instead.
  ///
  /// - Parameter name: In any of the languages, with or without capitals and accents, and without what stands
  ///   in brackets after a name.
  /// - Returns: nil for what is no name of a state, a code among it.
  package static func code(named name: String) -> String? {
    let wanted = folded(name)
    guard wanted.utf8.count > 2 else { return nil }
    for language in Language.allCases {
      let catalogue = Catalogue(language)
      let found = Jurisdictions.codes.sorted().first { code in
        catalogue.state(code).map { isMeant(wanted, by: $0) } ?? false
      }
      if let found { return found }
    }
    return nil
  }

  private static func isMeant(_ wanted: String, by name: String) -> Bool {
    folded(name) == wanted || folded(name.prefix { $0 != "(" }) == wanted
  }

  /// In small letters, without accents and without spaces around it.
  private static func folded(_ text: some StringProtocol) -> String {
    let letters = text.lowercased().map { plain[$0] ?? $0 }
    let words = String(letters).split(separator: " ")
    return words.joined(separator: " ")
  }

  /// The letters with accents that the names have, and the plain ones.
  private static let plain: [Character: Character] = {
    let rows = ["aáàâãäå", "cç", "eéèêë", "iíìîï", "nñ", "oóòôõö", "uúùûü", "'’"]
    return rows.reduce(into: [:]) { letters, row in
      for letter in row.dropFirst() { letters[letter] = row.first }
    }
  }()
}

extension Catalogue {
  /// The name of a state or territory; nil for a code that is none.
  package func state(_ code: String) -> String? {
    Jurisdictions.contains(code) ? template("state.\(code)") : nil
  }
}
