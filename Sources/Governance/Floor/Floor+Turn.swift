package import Values

extension Floor {
  /// One request to speak and what became of it.
  package struct Turn: Hashable, Sendable {
    package let request: Recorded<FloorRequest>
    package private(set) var giving: Recorded<FloorStep>?
    package private(set) var end: Recorded<FloorStep>?
    package private(set) var withdrawal: Recorded<FloorStep>?

    /// How far a request has come; the raw value stands in tables.
    package enum Stage: String, CaseIterable, Sendable {
      case waiting, speaking, spoken, withdrawn
    }

    init(_ request: Recorded<FloorRequest>) { self.request = request }

    package var number: Int { request.facts.number }
    package var member: MemberID { request.facts.member }

    package var stage: Stage {
      if end != nil { return .spoken }
      if giving != nil { return .speaking }
      return withdrawal == nil ? .waiting : .withdrawn
    }

    var isWaiting: Bool { stage == .waiting }

    /// Whether the turn is one of a delegation on an item that a limit counts.
    func counts(for member: MemberID, on item: ItemID?) -> Bool {
      let facts = request.facts
      return facts.member == member && facts.item == item && !facts.isOrder && withdrawal == nil
    }

    /// How long was spoken: what was measured, else between both times; nil where neither is known.
    package var minutes: Int? {
      end.flatMap { $0.facts.minutes ?? minutes(until: LocalMoment($0)) }
    }

    /// The minutes from the giving of the floor to a moment; nil where one of both has no time.
    func minutes(until moment: LocalMoment) -> Int? {
      guard let giving, let from = giving.facts.time, let until = moment.time else { return nil }
      let days = giving.mark.effective.days(until: moment.day)
      guard (0...31).contains(days) else { return nil }
      return max(0, days * 1_440 + until.minutes - from.minutes)
    }

    /// The last moment that is recorded of it.
    var lastMoment: LocalMoment {
      [end, giving].compactMap { $0.map { LocalMoment($0) } }.first
        ?? LocalMoment(request.mark.effective, request.facts.time)
    }

    mutating func give(_ step: Recorded<FloorStep>) { giving = giving ?? step }
    mutating func finish(_ step: Recorded<FloorStep>) { end = end ?? step }
    mutating func withdraw(_ step: Recorded<FloorStep>) { withdrawal = withdrawal ?? step }

    package var json: JSON {
      .object(compacting: [
        ("request", request.json), ("giving", giving?.json), ("end", end?.json),
        ("withdrawal", withdrawal?.json),
      ])
    }

    package init(_ json: JSON) throws(Failure) {
      let reader = try FieldReader(json, of: Floor.category)
      request = try Recorded(reader.fields["request"] ?? .null, of: Floor.category)
      giving = try reader.recorded("giving")
      end = try reader.recorded("end")
      withdrawal = try reader.recorded("withdrawal")
    }
  }
}

extension LocalMoment {
  /// The day and, where it is known, the time of a step of the floor.
  init(_ step: Recorded<FloorStep>) { self.init(step.mark.effective, step.facts.time) }
}
