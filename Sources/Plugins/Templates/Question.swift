internal import Values

/// What a template asks a founder, and where the answer goes.
package struct Question: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case text
    /// A short name: small letters, digits, hyphens.
    case id
    /// Codes of languages, the working language first.
    case languages
    /// Codes of several members, or of one.
    case members
    case member
    /// The members of the first group of a rotation.
    case group
    case period
    case day
    case number
    /// One of `choices`.
    case choice
  }

  /// The key of the answer in an answers file.
  package let id: String
  package let kind: Kind
  package let question: LocalText
  /// The key of the rules that the answer sets, by its path; nil for what is founded with an act.
  package let sets: String?
  /// Of a `choice`.
  package let choices: [String]
  /// Taken when no answer is given; nil for a question that must be answered.
  package let fallback: Node?

  init?(_ section: inout Section) {
    let id = section.required("id", .name)
    let kind = section.required("kind", Form<Kind>.choice)
    let question = section.localText("question")
    sets = section.optional("sets", .text)
    fallback = section.optional("default", .any)
    choices = kind == .choice ? section.list("choices", .text) ?? [] : []
    guard let id, let kind, let question else { return nil }
    (self.id, self.kind, self.question) = (id, kind, question)
  }

  /// What is taken when no answer is given, in the first of some languages that it is written in.
  ///
  /// - Parameter languages: The reader's or the network's, the preferred one first.
  /// - Returns: The default itself where it is the same in every language; nil where an answer is needed.
  package func fallback(in languages: [String]) -> Node? {
    guard let fallback, case .mapping(let texts) = fallback.kind else { return fallback }
    let found = (languages + ["en"]).lazy.compactMap { tag in texts.first { $0.name == tag } }
    return (found.first ?? texts.first)?.value
  }
}
