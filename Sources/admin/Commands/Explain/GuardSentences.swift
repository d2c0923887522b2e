internal import Plugins
internal import Values

/// What the guards of one version of the rules ask for, in the network's own words.
///
/// The title of a guard says so; where it has none, its message does for both, unless it quotes values: those are
/// of an act that is refused, and of one that passes the message would say what is not so.
struct GuardSentences: Equatable {
  private var texts: [String: LocalText] = [:]

  /// None, for where no rules are at hand.
  init() {}

  /// Those of a resolved plugin, as the log keeps it.
  init(_ resolved: JSON) {
    for item in resolved["guards"]?.list ?? [] {
      guard let id = item["id"]?.text else { continue }
      texts[id] = Self.text(item["title"]) ?? Self.text(item["message"]).flatMap(Self.unquoting)
    }
  }

  /// The sentence of a guard in a language, else in another one that it has.
  ///
  /// - Returns: nil for a guard that is not known, and for one that has no words for an act that passes.
  func sentence(of id: String, in language: String) -> String? {
    let text = texts[id]?.text(in: language, else: ["en", "pt", "es"]) ?? ""
    return text.isEmpty ? nil : text
  }

  private static func text(_ json: JSON?) -> LocalText? {
    guard let fields = json?.fields else { return nil }
    let pairs = fields.members.compactMap { member in
      member.value.text.map { (member.name, $0) }
    }
    return LocalText(Dictionary(pairs) { first, _ in first })
  }

  /// A text that quotes no value in any language; nil for any other.
  private static func unquoting(_ text: LocalText) -> LocalText? {
    text.texts.values.allSatisfy { (try? Message($0))?.placeholders.isEmpty == true } ? text : nil
  }
}
