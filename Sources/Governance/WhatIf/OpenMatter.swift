import Plugins
package import Values

/// Something that is not finished on the day on which rules would come into force.
package struct OpenMatter: Hashable, Sendable {
  /// How far it has come: a word of the catalogues, `open.WORD`.
  package enum Stage: String, CaseIterable, Sendable {
    case planned, convened, open
    /// A written or silence procedure that has not ended.
    case running
    /// A programme that no deliberation has adopted.
    case drafted
    /// An election whose seats are not filled yet.
    case election
    /// A matter that was put off and has not been decided since.
    case deferred
  }

  /// Such as `plenary-19`, `programme-3`, `D-4`.
  package let id: String
  package let stage: Stage
  /// The body that decides in it; nil where the rules in force no longer say.
  package let body: String?
  /// The day from which the stage counts.
  package let since: Day
  /// The day on which it began, so that the rules of that day may go with it to its end.
  ///
  /// Nil for what is only intended, and for a matter that another meeting takes up.
  package let begun: Day?

  package init(id: String, stage: Stage, body: String?, since: Day, begun: Day?) {
    self.id = id
    self.stage = stage
    self.body = body
    self.since = since
    self.begun = begun
  }
}

extension Ledger {
  /// What is open, meetings first, then procedures, programmes and elections, then matters that were put off; each
  /// by its id.
  func openMatters(under rules: Rules) -> [OpenMatter] {
    meetings(under: rules) + procedures + programmes(under: rules) + elections + deferrals
  }

  /// Decided by the body that elects.
  private var elections: [OpenMatter] {
    all(Election.self).filter(\.isOpen).compactMap { election in
      election.opening.map { opening in
        OpenMatter(
          id: election.id.text, stage: .election, body: opening.facts.by,
          since: opening.mark.effective, begun: opening.mark.effective)
      }
    }
  }

  private func meetings(under rules: Rules) -> [OpenMatter] {
    all(Meeting.self).filter(\.isOpen).compactMap { meeting in
      guard let plan = meeting.plan, let stage = OpenMatter.Stage(rawValue: meeting.stage.rawValue)
      else { return nil }
      let mark = meeting.opening?.mark ?? meeting.convocation?.mark ?? plan.mark
      return OpenMatter(
        id: meeting.id.text, stage: stage, body: rules.series(plan.facts.series)?.body,
        since: mark.effective, begun: meeting.beginning?.effective)
    }
  }

  private var procedures: [OpenMatter] {
    all(Procedure.self).filter(\.isOpen).compactMap { procedure in
      procedure.opening.map { opening in
        OpenMatter(
          id: procedure.id.text, stage: .running, body: opening.facts.body,
          since: opening.mark.effective, begun: opening.mark.effective)
      }
    }
  }

  private func programmes(under rules: Rules) -> [OpenMatter] {
    all(Programme.self).filter(\.isOpen).compactMap { programme in
      programme.draft.map { draft in
        OpenMatter(
          id: programme.id.text, stage: .drafted, body: rules.programme?.adoptedBy,
          since: draft.mark.effective, begun: draft.mark.effective)
      }
    }
  }

  /// Of the same matter in the same body, the last word counts.
  private var deferrals: [OpenMatter] {
    let deliberations = all(Deliberation.self)
    return deliberations.compactMap { deliberation in
      guard let deferral = deliberation.deferral,
        !deliberations.contains(where: { $0.settles(deliberation) })
      else { return nil }
      return OpenMatter(
        id: deliberation.id.text, stage: .deferred, body: deferral.facts.body,
        since: deferral.mark.effective, begun: nil)
    }
  }
}

extension Deliberation {
  /// Whether it decided, or put off again, what another one had put off.
  fileprivate func settles(_ other: Deliberation) -> Bool {
    guard let position, let earlier = other.position, position > earlier else { return false }
    return title == other.title && body == other.body
  }
}
