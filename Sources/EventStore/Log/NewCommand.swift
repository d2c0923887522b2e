package import Values

/// A command with its verdict, on its way into the log.
package struct NewCommand: Hashable, Sendable {
  package var id: CommandID
  /// What was asked, such as `member admit`; 100 bytes at most.
  package var name: String
  /// Who asked: an id, never a person's name; 200 bytes at most.
  package var actor: String
  /// The request without personal words.
  package var body: JSON
  package var verdict: Verdict
  /// Derivations, notes or the refusal.
  package var answer: JSON
  /// The digest of the rules that decided.
  package var rules: Digest?
  /// The first command of a conversation that this one belongs to.
  package var correlation: CommandID?
  /// The position of the event that made somebody ask.
  package var causation: Int64?

  package init(
    id: CommandID, name: String, actor: String, body: JSON, verdict: Verdict, answer: JSON,
    rules: Digest? = nil, correlation: CommandID? = nil, causation: Int64? = nil
  ) {
    self.id = id
    self.name = name
    self.actor = actor
    self.body = body
    self.verdict = verdict
    self.answer = answer
    self.rules = rules
    self.correlation = correlation
    self.causation = causation
  }
}
