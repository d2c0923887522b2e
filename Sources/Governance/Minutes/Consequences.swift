import Values

/// What followed from deliberations and is recorded elsewhere, so that minutes can say it: rules and parameters,
/// who was admitted, bodies, subgroups, programmes, minutes, and other deliberations and rounds of elections that they
/// changed.
package struct Consequences: Sendable {
  /// What has to be loaded for them.
  static let needs: [Need] = [
    .all(category: Network.category), .all(category: Board.category),
    .all(category: Subgroup.category), .all(category: Programme.category),
    .all(category: Parameter.category), .all(category: Application.category),
    .all(category: Minutes.category),
  ]

  static let none = Consequences(in: Ledger())

  private let versions: [Network.RulesVersion]
  private let boards: [Board]
  let subgroups: [Subgroup]
  let programmes: [Programme]
  let parameters: [Parameter]
  let applications: [Application]
  /// Of any meeting.
  let minutes: [Minutes]
  /// Of any meeting.
  private let deliberations: [Deliberation]
  private let elections: [Election]

  /// Takes what was loaded; of what was not, nothing is said.
  init(in ledger: Ledger) {
    versions = ledger.all(Network.self).flatMap(\.versions)
    boards = ledger.all(Board.self)
    subgroups = ledger.all(Subgroup.self)
    programmes = ledger.all(Programme.self)
    parameters = ledger.all(Parameter.self)
    applications = ledger.all(Application.self)
    minutes = ledger.all(Minutes.self)
    deliberations = ledger.all(Deliberation.self)
    elections = ledger.all(Election.self)
  }

  /// What is to be said of one deliberation, each sentence with the event that followed from it.
  ///
  /// - Parameters:
  ///   - deliberation: That the events name.
  ///   - told: Whose amended text stands in the same paper and is not quoted again.
  /// - Returns: Empty for a deliberation from which nothing followed.
  func statements(of deliberation: Deliberation, told: Set<DeliberationID>) -> [Statement] {
    rules(by: deliberation) + parameters(by: deliberation.id)
      + changes(by: deliberation.id, told: told) + rounds(by: deliberation.id)
      + memberships(by: deliberation.id) + seatings(by: deliberation.id)
      + subgroups(by: deliberation.id) + programmes(by: deliberation.id)
      + minutes(by: deliberation.id)
  }

  // MARK: - Rules

  /// Rules name the deliberation by the digest that it adopted: the last one before them that is not annulled.
  private func rules(by deliberation: Deliberation) -> [Statement] {
    versions.filter { adopter(of: $0)?.id == deliberation.id }.map { version in
      Statement(
        "follows-rules", at: "\(deliberation.id.text).rules.\(version.position)",
        ["version": .text(version.version), "from": .day(version.from)], events: [version.position])
    }
  }

  private func adopter(of version: Network.RulesVersion) -> Deliberation? {
    deliberations.filter { deliberation in
      deliberation.outcome == .adopted && deliberation.annulment == nil
        && deliberation.digest == version.digest && deliberation.position ?? 0 < version.position
    }.max { ($0.position ?? 0) < ($1.position ?? 0) }
  }

  // MARK: - Other deliberations

  /// Earlier deliberations that it amended, repealed or annulled, with the text that one has since.
  private func changes(by id: DeliberationID, told: Set<DeliberationID>) -> [Statement] {
    deliberations.flatMap { earlier -> [Statement] in
      let amended = earlier.amendments.filter { $0.facts.deliberation == id }.flatMap { amendment in
        [Self.change("amended", of: earlier.id, amendment.mark, by: id)]
          + (told.contains(earlier.id) ? [] : MinutesRecord.words(of: amendment, id.text))
      }
      let repealed = earlier.repeal.flatMap { repeal in
        repeal.facts.deliberation == id
          ? Self.change("repealed", of: earlier.id, repeal.mark, by: id) : nil
      }
      let annulled = earlier.annulment.flatMap { annulment in
        annulment.facts.deliberation == id
          ? Self.change("annulled", of: earlier.id, annulment.mark, by: id) : nil
      }
      return amended + [repealed, annulled].compactMap(\.self)
    }
  }

  /// Rounds of elections that it annulled.
  private func rounds(by id: DeliberationID) -> [Statement] {
    elections.flatMap { election in
      election.annulled.map(\.annulment).filter { $0.facts.deliberation == id }.map { annulment in
        Statement(
          "follows-round", at: "\(id.text).round.\(annulment.position)",
          [
            "election": .text(election.id.text), "round": .int(annulment.facts.round),
            "on": .day(annulment.mark.effective),
          ], events: [annulment.position])
      }
    }
  }

  private static func change(
    _ way: String, of earlier: DeliberationID, _ mark: Mark, by id: DeliberationID
  ) -> Statement {
    Statement(
      "follows-change", at: "\(id.text).\(way).\(mark.position).other",
      ["way": .text(way), "deliberation": .text(earlier.text), "on": .day(mark.effective)],
      events: [mark.position])
  }

  // MARK: - Bodies

  private func seatings(by id: DeliberationID) -> [Statement] {
    boards.flatMap { board in
      board.compositions.filter { $0.seating.deliberation == id.text }.map { composition in
        let seating = composition.seating
        return Statement(
          "follows-board", at: "\(id.text).board.\(composition.position)",
          [
            "body": .text(board.id.text), "way": .text(composition.origin.rawValue),
            "n": .int(seating.members.count), "members": .members(seating.members),
            "from": .known(seating.from), "ended": .text(seating.until == nil ? "no" : "yes"),
            "until": seating.until.map { .day(Day(number: $0.number - 1)) } ?? .text(""),
          ], events: [composition.position])
      }
    }
  }
}
