package import Governance
package import Plugins
package import Values

/// A letter that reminds, in the language of its event: what is due, when, by which clause, and what ends it.
package struct ReminderPaper {
  private let letter: LetterID
  private let facts: LetterFacts
  private let rules: Rules
  private let catalogue: Catalogue

  /// - Parameters:
  ///   - letter: Its id.
  ///   - facts: What it says.
  ///   - rules: Those of the day on which it was written; they name network, office and clause.
  package init(_ letter: LetterID, _ facts: LetterFacts, under rules: Rules) {
    (self.letter, self.facts, self.rules) = (letter, facts, rules)
    catalogue = Catalogue(Language(rawValue: facts.language) ?? .english)
  }

  /// The whole letter to whoever it is for.
  ///
  /// - Parameters:
  ///   - name: Of the person; nil where it is not known any more.
  ///   - address: Where it goes.
  ///   - zone: The network's, by whose midnight it is dated.
  /// - Returns: The same for the same event, whenever it is asked for.
  package func message(to name: String?, at address: MailAddress, in zone: Zone) -> MailMessage {
    MailMessage(
      from: MailMessage.Party(name: network, address: sender),
      to: MailMessage.Party(name: name.map(Visible.text), address: address), subject: subject,
      at: zone.start(of: facts.on), in: zone, id: "\(letter.text)@\(rules.id).acta.invalid",
      language: catalogue.language.rawValue, body: body(to: name))
  }

  /// The name of the file in the folder of letters: its day, what it is about, its id.
  package static func file(_ letter: LetterID, _ facts: LetterFacts) -> String {
    "\(facts.on)-\(facts.about.rawValue)-\(letter.text).eml"
  }

  private var network: String {
    Visible.text(rules.title.text(in: catalogue.language.rawValue, else: rules.languages))
  }

  /// The office of the rules; else an address under a domain that no mail server has.
  ///
  /// Source: RFC 2606, section 2, `invalid`.
  private var sender: MailAddress {
    guard
      let address = rules.sender.flatMap({ MailAddress($0) })
        ?? MailAddress("no-reply@\(rules.id).invalid")
    else { preconditionFailure("the id of a network is the name of a host") }
    return address
  }

  private var subject: String {
    catalogue.text("letter.subject.\(facts.about.rawValue)", values)
  }

  private func body(to name: String?) -> String {
    let greeting =
      name.map { catalogue.text("letter.greeting", ["name": .text($0)]) }
      ?? catalogue.text("letter.greeting-unnamed")
    let parts = [
      greeting, catalogue.text("letter.about.\(facts.about.rawValue)", values), step,
      catalogue.text("letter.regards") + "\n" + network,
      catalogue.text(
        "letter.reference",
        ["letter": .text(letter.text), "clause": .text(clause.id), "source": source]),
    ]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var clause: Clause { rules.reminder(of: facts.about).clause }

  private var source: Failure.Value {
    switch clause.source {
    case .basis(_, let text): .text(text)
    case .practice: .word("letter.source.practice")
    case .assumption: .word("letter.source.assumption")
    }
  }

  private var step: String {
    switch facts.step {
    case .begin: catalogue.text("letter.step.begin")
    case .before(let period): catalogue.text("letter.step.before", ["period": .period(period)])
    case .after(let period): catalogue.text("letter.step.after", ["period": .period(period)])
    }
  }

  private var values: [String: Failure.Value] {
    let parts = facts.subject.split(separator: ":", maxSplits: 1).map { String($0) }
    return [
      "subject": .text(facts.subject), "first": .text(parts.first ?? facts.subject),
      "seat": .text(parts.last ?? facts.subject), "title": .text(title), "due": .day(facts.due),
      "network": .text(network), "member": .text(facts.member?.text ?? "–"),
    ]
  }

  /// What the matter is called; the words of the rules with their values.
  private var title: String {
    guard let title = facts.title else { return facts.subject }
    guard let json = facts.values, let values = try? [String: Failure.Value](json) else {
      return title
    }
    return catalogue.text(ofTemplate: title, values)
  }
}
