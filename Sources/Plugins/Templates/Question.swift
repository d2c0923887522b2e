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
}
