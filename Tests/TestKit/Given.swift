package import Governance
package import Plugins
package import Testing
package import Values

/// Given events, when an act is asked for, then events or a refusal: the form of every decider's test.
///
/// ```swift
/// try Given(rules: .sample).happened(.admitted(memberClass: "member", from: start), to: "PT")
///   .when("member end", ["member": "PT"], on: "2026-03-01")
///   .then("member.ended", ["from": "2026-03-01"])
/// ```
package struct Given {
  private var ledger = Ledger()
  private let rules: Rules
  private var position: Int64 = 0

  package init(rules: Rules) { self.rules = rules }

  /// Something that happened before, effective on a day.
  package func happened<E: Entity>(
    _ event: E.Event, to id: Identifier<E>, on day: String = "2026-01-10",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    var copy = self
    copy.position += 1
    let effective = try #require(Day(day), sourceLocation: sourceLocation)
    copy.ledger.evolve(id, with: event, at: Mark(position: copy.position, effective: effective))
    copy.ledger.counts[E.category] = copy.ledger.all(E.self).count
    copy.ledger.events[copy.position] = PastEvent(
      key: EntityKey(id), position: copy.position, type: event.type, effective: effective,
      data: event.data)
    return copy
  }

  /// The act with its fields; a list is written with commas.
  package func when(
    _ act: String, _ fields: [String: String], on day: String = "2026-11-23",
    today: String = "2026-11-23", takenOver: Bool = false, recorded: Instant? = nil,
    zone: Zone = .utc, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let command = try #require(
      ActCatalogue.command(named: act), "no act \(act)", sourceLocation: sourceLocation)
    let occasion = Occasion(
      effective: try #require(PartialDay(day), sourceLocation: sourceLocation),
      today: try #require(Day(today), sourceLocation: sourceLocation), isTakenOver: takenOver,
      actor: "secretariat", recorded: recorded, zone: zone)
    return try decide(command, fields, occasion)
  }

  private func decide<C: ActCommand>(
    _ type: C.Type, _ fields: [String: String], _ occasion: Occasion
  ) throws -> Outcome {
    let lists = fields.mapValues { value in
      value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let values = Dictionary(
      uniqueKeysWithValues: fields.map { name, value in
        (name, C.kind.takesList(name) ? lists[name] ?? [] : [value])
      })
    let command = try C(ActInput(C.kind, values))
    do throws(Refusal) {
      return Outcome(result: .success(try command.decide(in: ledger, under: rules, on: occasion)))
    } catch {
      return Outcome(result: .failure(error))
    }
  }

  /// What came of an act.
  package struct Outcome {
    package let result: Result<Decision, Refusal>

    /// The act is accepted with exactly this event, and the data named.
    @discardableResult
    package func then(
      _ type: String, _ data: JSON = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Decision {
      try then([type], data, sourceLocation: sourceLocation)
    }

    /// The act is accepted with exactly these events, the first of which has the data named.
    @discardableResult
    package func then(
      _ types: [String], _ data: JSON = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Decision {
      let decision = try result.get()
      #expect(decision.objections == [], sourceLocation: sourceLocation)
      #expect(decision.events.map(\.event.type) == types, sourceLocation: sourceLocation)
      let first = decision.events.first?.event.data
      for member in data.fields?.members ?? [] {
        #expect(
          first?[member.name] == member.value, "\(member.name)", sourceLocation: sourceLocation)
      }
      return decision
    }

    /// The act is refused, by state or by rule, with this code; the first refusal is returned.
    @discardableResult
    package func thenRefused(
      _ code: String, clause: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Refusal {
      let refusals: [Refusal]
      switch result {
      case .success(let decision): refusals = decision.objections
      case .failure(let refusal): refusals = [refusal]
      }
      let refusal = try #require(
        refusals.first, "accepted, not refused", sourceLocation: sourceLocation)
      #expect(refusal.code.name == code, sourceLocation: sourceLocation)
      #expect(refusal.clause?.id == clause, sourceLocation: sourceLocation)
      return refusal
    }
  }
}

extension ActKind {
  fileprivate func takesList(_ name: String) -> Bool {
    switch fields.first(where: { $0.name == name })?.kind {
    case .ids, .pairs, .texts, .words: true
    default: false
    }
  }
}
