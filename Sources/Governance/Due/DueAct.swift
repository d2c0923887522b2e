package import Plugins
package import Values

/// An act that nobody has to ask for, since its moment has come: `admin tick` asks for it.
package struct DueAct: Hashable, Sendable {
  /// Names it among all, the same whenever it is found, so that one who asks twice on a day gets one answer.
  package let id: String
  package let input: ActInput
  /// The moment at which it takes effect.
  package let at: Instant
  /// The day from which it counts; nil for the day on which it is recorded.
  package let effective: Day?

  package init(id: String, input: ActInput, at: Instant, effective: Day? = nil) {
    self.id = id
    self.input = input
    self.at = at
    self.effective = effective
  }
}

/// The rules in force on a day; nil before the first.
package typealias DueRules = (Day) throws -> Rules?

/// What is due at a moment, by the states of one kind of entity: a pure function.
package protocol DueSource: SendableMetatype {
  /// What has to be loaded for it.
  static var needs: [Need] { get }

  /// The acts whose moment has come by another one, or by a day in the network's zone, in any order.
  ///
  /// - Throws: `field-unknown` or `field-missing`, which an act made here never has; what reading rules throws.
  static func due(
    by moment: Instant, on day: Day, in ledger: Ledger, under rules: DueRules
  ) throws -> [DueAct]
}

/// Everything that can be due; a new source is added here and nowhere else.
package enum DueCatalogue {
  package static let sources: [any DueSource.Type] = [
    ProcedureExpiry.self, MinutesSilence.self, CensusEnd.self, MandateEnd.self,
  ]

  static var needs: [Need] { sources.flatMap { $0.needs } }

  /// What is due by a moment, in the order in which it takes effect.
  package static func due(
    by moment: Instant, on day: Day, in ledger: Ledger, under rules: DueRules
  ) throws -> [DueAct] {
    var acts: [DueAct] = []
    for source in sources {
      acts += try source.due(by: moment, on: day, in: ledger, under: rules)
    }
    return acts.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }
}

/// Procedures whose time has run out.
package enum ProcedureExpiry: DueSource {
  package static let needs: [Need] = [.all(category: Procedure.category)]

  package static func due(
    by moment: Instant, on day: Day, in ledger: Ledger, under rules: DueRules
  ) throws -> [DueAct] {
    var acts: [DueAct] = []
    for procedure in ledger.all(Procedure.self) where procedure.stage == .running {
      guard let expires = procedure.expires, expires <= moment else { continue }
      acts.append(
        DueAct(
          id: "procedure:\(procedure.id):\(expires)",
          input: try ActInput(CloseProcedure.kind, ["procedure": [procedure.id.text]]),
          at: expires))
    }
    return acts
  }
}

/// Minutes that the silence of all has approved.
package enum MinutesSilence: DueSource {
  package static let needs: [Need] = [.all(category: Minutes.category)]

  /// A silence is counted in days: it takes effect with the day after the last one, which stands among other
  /// moments as if it began at midnight of UTC.
  package static func due(
    by moment: Instant, on day: Day, in ledger: Ledger, under rules: DueRules
  ) throws -> [DueAct] {
    var acts: [DueAct] = []
    for due in MinutesDue.due(ledger.all(Minutes.self), on: day) {
      acts.append(
        DueAct(
          id: "minutes:\(due.meeting):\(due.effective)",
          input: try ActInput(ApproveMinutes.kind, due.fields),
          at: Zone.utc.moment(on: due.effective, microseconds: 0), effective: due.effective))
    }
    return acts
  }
}
