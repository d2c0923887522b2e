internal import Plugins
internal import Values

/// What the guards of one version of the rules say in the network's own words.
struct GuardSentences: Equatable {
  private var texts: [String: LocalText] = [:]

  /// None, for where no rules are at hand.
  init() {}

  /// Those of a resolved plugin, as the log keeps it.
  init(_ resolved: JSON) {
    for item in resolved["guards"]?.list ?? [] {
      guard let id = item["id"]?.text, let message = item["message"]?.fields else { continue }
      let pairs = message.members.compactMap { member in
        member.value.text.map { (member.name, $0) }
      }
      texts[id] = LocalText(Dictionary(pairs) { first, _ in first })
    }
  }

  /// The sentence of a guard in a language, else in another one that it has.
  ///
  /// - Returns: nil for a guard that is not known, and for a sentence that quotes values: of an act that
  ///   passes, nobody has asked for them.
  func sentence(of id: String, in language: String) -> String? {
    guard let text = texts[id]?.text(in: language, else: ["en", "pt", "es"]), !text.isEmpty,
      (try? Message(text))?.placeholders.isEmpty == true
    else { return nil }
    return text
  }
}
