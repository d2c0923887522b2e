import Values

/// What a deliberation made of the network itself: values of its rules, who belongs to it, and its papers.
extension Consequences {
  /// Parameters that were set by it, each with its value as far as it can be told in words.
  func parameters(by id: DeliberationID) -> [Statement] {
    parameters.flatMap { parameter in
      parameter.changes.filter { $0.facts.deliberation == id }.map { change in
        let facts = change.facts
        return Statement(
          "follows-parameter", at: "\(id.text).parameter.\(change.position)",
          [
            "parameter": .text(facts.name), "value": Self.told(facts.value),
            "from": .known(facts.from),
          ], events: [change.position])
      }
    }
  }

  /// A period and a day in words, anything else as a plugin writes it.
  private static func told(_ value: String) -> Failure.Value {
    if let period = Period(value) { return .period(period) }
    return Day(value).map { .day($0) } ?? .text(value)
  }

  /// Applications that it granted or refused; one that was granted made a member.
  func memberships(by id: DeliberationID) -> [Statement] {
    applications.flatMap { application -> [Statement] in
      guard let filing = application.filing?.facts else { return [] }
      func said(_ end: Recorded<ApplicationEnd>?, _ outcome: String) -> Statement? {
        guard let end, end.facts.deliberation == id else { return nil }
        return Statement(
          "follows-application", at: "\(id.text).application.\(application.id.text)",
          [
            "member": .text(filing.member.text), "class": .text(filing.memberClass),
            "outcome": .text(outcome), "from": .known(end.facts.on),
          ], events: [end.position])
      }
      return [said(application.granting, "granted"), said(application.refusing, "refused")]
        .compactMap(\.self)
    }
  }

  /// Minutes that it approved, of whatever meeting.
  func minutes(by id: DeliberationID) -> [Statement] {
    minutes.compactMap { minutes in
      guard let approval = minutes.approval, approval.facts.deliberation == id else { return nil }
      return Statement(
        "follows-minutes", at: "\(id.text).minutes.\(minutes.id.text)",
        ["meeting": .text(minutes.id.text), "version": .int(approval.facts.version)],
        events: [approval.position])
    }
  }
}
