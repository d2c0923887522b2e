import Plugins
import Values

/// Puts what a body was handed on the next agenda of that body, and takes it off when it goes elsewhere.
///
/// It stands on one agenda at a time: that of the next meeting which still takes items. From a meeting that ends,
/// or is cancelled, without an answer it goes on to the one after.
enum ReferralAgenda {
  typealias Placing = (events: [PlannedEvent], notes: [Note])

  /// Loaded where a meeting ends, to carry on what is left.
  static let needs: [Need] = [
    Referral.category, Meeting.category, Agenda.category,
  ].map { .all(category: $0) }

  /// A referral joins the next agenda of the body that has it, or waits for a meeting to be planned.
  ///
  /// - Parameters:
  ///   - referral: As it is after the act that brings it there.
  ///   - other: The meeting that is over, or will not be held.
  ///   - ledger: With all meetings and all agendas.
  ///   - rules: Of the series of the body.
  ///   - occasion: When this is asked.
  /// - Returns: What is added, and a note that says where it stands.
  static func join(
    _ referral: Referral, but other: MeetingID? = nil, in ledger: Ledger, under rules: Rules,
    on occasion: Occasion
  ) -> Placing {
    guard let body = referral.holder else { return ([], []) }
    var notes: [Note] = []
    for meeting in meetings(of: body, but: other, in: ledger, under: rules, from: occasion.day) {
      let values = values(referral, meeting.id)
      let agenda = AgendaID(sharedWith: meeting.id)
      let rule = meeting.series.flatMap(rules.series)?.agenda
      let item = ItemID(sharedWith: referral.id)
      let found = ledger[agenda] ?? Agenda(id: agenda)
      let standing = found.item(item).flatMap { $0.withdrawal == nil ? $0.addition.facts : nil }
      if let standing, standing.refers != referral.id {
        notes.append(Note("referral-name-taken", values))
      } else if standing == nil,
        Lateness(of: item, on: occasion.day, meeting, found, rule).isLate
          || found.items.count >= AgendaChecks.most
      {
        notes.append(Note("referral-agenda-frozen", values))
      } else {
        let added = standing == nil ? [addition(of: referral, to: meeting.id, on: occasion)] : []
        return (
          added + [scheduling(of: referral, at: meeting.id, on: occasion)],
          notes + [Note("referral-on-agenda", values)]
        )
      }
    }
    let waits = Note(
      "referral-waits-for-meeting", ["referral": .text(referral.id.text), "body": .text(body)])
    let unscheduled =
      referral.meeting == nil ? [] : [scheduling(of: referral, at: nil, on: occasion)]
    return (unscheduled, notes + [waits])
  }

  /// A meeting that is being planned begins with what waits for one of its body.
  static func joining(
    _ meeting: MeetingID, of body: String, in ledger: Ledger, on occasion: Occasion
  ) -> [PlannedEvent] {
    ledger.all(Referral.self)
      .filter { $0.isOpen && $0.holder == body && $0.meeting == nil }
      .sorted { ($0.making?.position ?? 0) < ($1.making?.position ?? 0) }
      .flatMap { referral in
        [
          addition(of: referral, to: meeting, on: occasion),
          scheduling(of: referral, at: meeting, on: occasion),
        ]
      }
  }

  /// What is left without an answer when a meeting ends, or is cancelled, goes on to the next one.
  static func carry(
    from meeting: MeetingID, in ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) -> Placing {
    var placing: Placing = ([], [])
    for referral in ledger.all(Referral.self)
    where referral.isOpen && referral.meeting == meeting {
      let next = join(referral, but: meeting, in: ledger, under: rules, on: occasion)
      placing.events += next.events
      placing.notes += next.notes
    }
    return placing
  }

  /// It leaves the agenda of a meeting to come, unless that is frozen or took it up.
  static func leave(
    _ referral: Referral, because reason: String, in ledger: Ledger, on occasion: Occasion
  ) -> [PlannedEvent] {
    let item = ItemID(sharedWith: referral.id)
    guard let meeting = referral.meeting.flatMap({ ledger[$0] }),
      [.planned, .convened].contains(meeting.stage),
      let agenda = ledger[AgendaID(sharedWith: meeting.id)], agenda.freezing == nil,
      let found = agenda.item(item), found.withdrawal == nil, found.takings.isEmpty,
      found.addition.facts.refers == referral.id
    else { return [] }
    let withdrawal = ItemWithdrawal(
      meeting: meeting.id, item: item, on: occasion.effective, reason: reason)
    return [
      PlannedEvent(AgendaEvent.withdrawn(withdrawal), to: agenda.id, effective: occasion.day)
    ]
  }

  // MARK: - Parts

  /// The meetings of a body that are planned or convened and not over, the nearest first.
  private static func meetings(
    of body: String, but other: MeetingID?, in ledger: Ledger, under rules: Rules, from day: Day
  ) -> [Meeting] {
    let series = rules.series.filter { $0.body == body }.map(\.id)
    return ledger.all(Meeting.self).filter { meeting in
      guard meeting.id != other, let name = meeting.series, series.contains(name),
        let from = meeting.from
      else { return false }
      return [.planned, .convened].contains(meeting.stage) && day <= from.last
    }.sorted { ($0.from?.first.number ?? 0, $0.id) < ($1.from?.first.number ?? 0, $1.id) }
  }

  private static func values(
    _ referral: Referral, _ meeting: MeetingID
  ) -> [String: Failure.Value] {
    ["referral": .text(referral.id.text), "meeting": .text(meeting.text)]
  }

  private static func addition(
    of referral: Referral, to meeting: MeetingID, on occasion: Occasion
  ) -> PlannedEvent {
    let facts = referral.making?.facts
    let addition = ItemAddition(
      meeting: meeting, item: ItemID(sharedWith: referral.id), on: occasion.effective,
      title: facts?.title ?? referral.id.text, papers: referral.papers,
      session: facts?.session ?? .open, refers: referral.id,
      sender: referral.path.dropLast().last)
    return PlannedEvent(
      AgendaEvent.added(addition), to: AgendaID(sharedWith: meeting), effective: occasion.day)
  }

  private static func scheduling(
    of referral: Referral, at meeting: MeetingID?, on occasion: Occasion
  ) -> PlannedEvent {
    let facts = ReferralScheduling(
      on: occasion.effective, body: referral.holder ?? "", meeting: meeting)
    return PlannedEvent(
      ReferralEvent.scheduled(facts), to: referral.id, effective: occasion.day)
  }
}

extension Decision {
  /// Adds where an item stands after the act that brought it to a body.
  mutating func place(_ placing: ReferralAgenda.Placing) {
    events += placing.events
    notes += placing.notes
  }
}
