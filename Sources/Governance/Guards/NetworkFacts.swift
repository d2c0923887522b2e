import Plugins
import Values

/// What expressions see of the network on the day of an act, under the names of its variables.
///
/// The records are those of `docs/plugin-format.md`; what nobody asks for is not put together.
struct NetworkFacts {
  let ledger: Ledger
  let rules: Rules
  let occasion: Occasion
  /// The time of the act: that of the log for one of today, else the beginning of its day.
  let now: Instant

  /// The values of names, as far as they are known for an event that is about to be recorded.
  func facts(for names: Set<String>, of planned: PlannedEvent) -> JSON.Fields {
    JSON.Fields(
      names.sorted().compactMap { name in
        value(of: name, for: planned).map { (name, $0) }
      })
  }

  /// What has to be loaded for names; the meeting of an event is loaded with it.
  static func needs(for names: Set<String>, of planned: PlannedEvent) -> [Need] {
    var needs: [Need] = []
    if names.contains("members") { needs.append(.all(category: Member.category)) }
    if names.contains("contacts") || names.contains("actor") {
      needs.append(.all(category: Seat.category))
    }
    if names.contains("board") { needs.append(.all(category: Board.category)) }
    if names.contains("meetings") { needs.append(.all(category: Meeting.category)) }
    if names.contains("programmes") { needs.append(.all(category: Programme.category)) }
    if names.contains("network") { needs.append(.all(category: Network.category)) }
    if names.contains("meeting"), let id = meeting(of: planned) {
      needs += [.one(EntityKey(id)), .one(EntityKey(AgendaID(sharedWith: id)))]
    }
    return needs
  }

  private func value(of name: String, for planned: PlannedEvent) -> JSON? {
    switch name {
    case "payload": planned.event.data
    case "event": event(planned)
    case "actor": actor
    case "now": .text(now.description)
    case "network": network
    case "members": .list(ledger.all(Member.self).compactMap(member))
    case "contacts": .list(ledger.all(Seat.self).compactMap(contact))
    case "board": .list(ledger.all(Board.self).flatMap(seats))
    case "meetings": .list(ledger.all(Meeting.self).map { meeting($0, agenda: convened($0)) })
    case "meeting":
      Self.meeting(of: planned).flatMap { ledger[$0] }.map { meeting($0, agenda: agenda(of: $0)) }
    case "programmes": .list(ledger.all(Programme.self).compactMap(programme))
    case "motion": motion(planned)
    case "votes": planned.event.data["names"].map(votes) ?? (isDecision(planned) ? [] : nil)
    default: nil
    }
  }

  // MARK: - Of the event

  /// Who asks, in which role, and for which member: itself, or the only one in whose seats the person sits.
  private var actor: JSON {
    let actor = Actor(occasion.actor)
    let isMember =
      Jurisdictions.contains(actor.who) || rules.membership.institutions[actor.who] != nil
    let seated = Set(
      ledger.all(Seat.self).filter {
        $0.holder(on: occasion.day, under: rules.seat($0.kind))?.text == actor.who
      }.compactMap(\.member))
    let member = isMember ? actor.who : seated.count == 1 ? seated.first?.text : nil
    return .object(compacting: [
      ("id", .text(actor.who)), ("roles", .texts([actor.name])),
      ("state", member.map { .text($0) }),
    ])
  }

  private func event(_ planned: PlannedEvent) -> JSON {
    [
      "type": .text(planned.event.type), "id": .text(planned.key.id),
      "effective": .text(planned.effective.description), "recorded": .text(now.description),
    ]
  }

  private func isDecision(_ planned: PlannedEvent) -> Bool {
    planned.key.category == Deliberation.category
  }

  private func motion(_ planned: PlannedEvent) -> JSON? {
    guard isDecision(planned) else { return nil }
    let data = planned.event.data
    return .object(compacting: [
      ("id", .text(planned.key.id)), ("title", data["title"]), ("kind", data["matter"]),
      ("body", data["body"]), ("meeting", data["meeting"]),
    ])
  }

  /// `names` of a deliberation with the words that expressions use.
  private func votes(_ names: JSON) -> JSON {
    .list(
      (names.list ?? []).map { cast in
        .object(compacting: [("member", cast["member"]), ("choice", cast["vote"])])
      })
  }

  /// The meeting that an event is about: its own, or the one that it names.
  private static func meeting(of planned: PlannedEvent) -> MeetingID? {
    if planned.key.category == Meeting.category { return MeetingID(planned.key.id) }
    return planned.event.data["meeting"]?.text.flatMap { MeetingID($0) }
  }
}

// MARK: - Of the network

extension NetworkFacts {
  private var network: JSON? {
    guard let network = ledger.all(Network.self).first else { return nil }
    let title = rules.title.text(in: rules.languages.first ?? "en", else: rules.languages)
    return .object(compacting: [
      ("id", .text(network.id.text)), ("title", .text(title)),
      ("founded", network.founded.map { .text($0.description) }),
      ("languages", .texts(rules.languages)),
    ])
  }

  /// A member of the day; nil for one that has left, or has not come yet.
  private func member(_ member: Member) -> JSON? {
    guard let tenure = member.tenure(on: occasion.day) else { return nil }
    let mayVote = rules.membership.memberClass(tenure.memberClass)?.mayVote ?? false
    return .object(compacting: [
      ("id", .text(member.id.text)), ("state", .text(member.id.text)),
      ("class", .text(tenure.memberClass)), ("status", "active"), ("votes", .bool(mayVote)),
      ("since", .text(tenure.from.description)),
      ("until", tenure.until.map { .text($0.description) }),
    ])
  }

  /// A person in a seat on the day; nil for a vacant one.
  private func contact(_ seat: Seat) -> JSON? {
    guard let appointment = seat.appointment(on: occasion.day), let member = seat.member,
      seat.holder(on: occasion.day, under: rules.seat(seat.kind)) != nil
    else { return nil }
    let until = appointment.term ?? appointment.until?.first
    return .object(compacting: [
      ("id", .text(seat.id.text)), ("person", .text(appointment.person.text)),
      ("member", .text(member.text)), ("state", .text(member.text)), ("kind", .text(seat.kind)),
      ("since", .text(appointment.from.description)),
      ("until", until.map { .text($0.description) }),
    ])
  }

  private func seats(_ board: Board) -> [JSON] {
    guard let composition = board.composition(on: occasion.day) else { return [] }
    let seating = composition.seating
    return composition.members.map { member in
      .object(compacting: [
        ("body", .text(board.id.text)), ("member", .text(member.text)),
        ("state", .text(member.text)), ("holder", seating.holder.map { .text($0) }),
        ("basis", .text(composition.origin.rawValue)),
        ("since", .text(seating.from.description)),
        ("until", seating.until.map { .text($0.description) }),
      ])
    }
  }

  private func convened(_ meeting: Meeting) -> [String] {
    meeting.convocation?.facts.agenda ?? []
  }

  /// The matters of a meeting: those of the convocation, else the items that stand on its agenda.
  ///
  /// An item that not everybody hears is told by its number alone.
  private func agenda(of meeting: Meeting) -> [String] {
    let told = convened(meeting)
    guard told.isEmpty, let agenda = ledger[AgendaID(sharedWith: meeting.id)] else { return told }
    return AgendaOutline(agenda).lines.map { $0.session == .open ? $0.item.title : $0.number }
  }

  private func meeting(_ meeting: Meeting, agenda: [String]) -> JSON {
    let plan = meeting.plan?.facts
    return .object(compacting: [
      ("id", .text(meeting.id.text)), ("series", .text(meeting.series ?? "")),
      ("number", plan?.number.map { .count($0) }), ("title", plan?.title.map { .text($0) }),
      ("place", plan?.place.map { .text($0) }), ("stage", .text(meeting.stage.rawValue)),
      ("from", meeting.from.map { .text($0.description) }),
      ("until", meeting.until.map { .text($0.description) }),
      ("begins_at", meeting.from.map { .text($0.description) }),
      ("noticed_at", meeting.convocation.map { .text($0.facts.on.description) }),
      ("held", .bool(meeting.stage == .open || meeting.stage == .closed)),
      ("second_call", .bool(meeting.convocation?.facts.secondCallOf != nil)),
      ("present", .texts(meeting.present().map(\.member.text))),
      ("remote", .texts(meeting.present().filter(\.isRemote).map(\.member.text))),
      ("agenda", .texts(agenda)),
    ])
  }

  private func programme(_ programme: Programme) -> JSON? {
    guard let draft = programme.draft?.facts, programme.withdrawal == nil else { return nil }
    return [
      "id": .text(programme.id.text), "title": .text(draft.title),
      "from": .text(draft.from.description), "until": .text(draft.until.description),
      "adopted": .bool(programme.adoption != nil),
    ]
  }
}
