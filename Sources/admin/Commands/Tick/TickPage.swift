internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// Tells what a tick recorded, an act after the other; or that nothing was due.
struct TickPage {
  private let session: Session
  private let zone: Zone
  private let isTrial: Bool

  init(_ session: Session, zone: Zone, isTrial: Bool) {
    self.session = session
    self.zone = zone
    self.isTrial = isTrial
  }

  func show(_ ticked: [Ticked], by moment: Instant) {
    if session.globals.format.isForPrograms {
      session.terminal.write(json(of: ticked, by: moment).pretty + "\n")
    } else if ticked.isEmpty {
      say("tick.nothing", ["moment": .text(zone.text(of: moment))])
    } else {
      for item in ticked { tell(item) }
      if isTrial, !session.globals.isQuiet { session.say("answer.dry-run") }
    }
  }

  private func tell(_ item: Ticked) {
    let act = item.due.input
    if let letter = try? WriteLetter(act) {
      tell(letter.facts)
      return AnswerPage(session, basis: [:], isTrial: isTrial).tell(item.answer)
    }
    say(
      "tick.due",
      [
        "act": .text(act.kind.name), "moment": .text(zone.text(of: item.due.at)),
        "subject": .text(act.values.values.joined().first ?? ""),
      ])
    AnswerPage(session, basis: [:], isTrial: isTrial).tell(item.answer)
  }

  private func tell(_ letter: LetterFacts) {
    say(
      "tick.letter",
      [
        "about": .word("reminder.\(letter.about.rawValue)"), "day": .day(letter.on),
        "person": .text(letter.person.text), "subject": .text(letter.subject),
      ])
  }

  private func say(_ key: String, _ values: [String: Failure.Value]) {
    session.terminal.write(session.catalogue.text(key, values) + "\n")
  }

  private func json(of ticked: [Ticked], by moment: Instant) -> JSON {
    let acts = ticked.map { item -> JSON in
      [
        "at": .text(item.due.at.description),
        "answer": AnswerPage.json(of: item.answer, isTrial: isTrial),
      ]
    }
    return [
      "dry_run": .bool(isTrial), "by": .text(moment.description), "acts": .list(acts),
    ]
  }
}
