import Values

/// The rows that an activity report is made of: those of its last day that happened in its period.
struct ActivityRows {
  let views: Views
  let until: Day
  let scope: Activity.Scope
  let events: ActivityEvents
  let sight: ActivitySight
  let from: Day
  /// Those of the scope that the audience is told of, closed ones too.
  let actions: [Row]
  /// The titles of the subgroups that the audience is told of, by id.
  private let subgroupTitles: [String: String]

  init(
    _ views: Views, from: Day, until: Day, scope: Activity.Scope, for audience: Activity.Audience
  ) throws {
    self.views = views
    self.from = from
    self.until = until
    self.scope = scope
    let events = ActivityEvents(views, until: until)
    let sight = try ActivitySight(views, events, for: audience, on: until)
    (self.events, self.sight) = (events, sight)
    actions = try views.rows("action", on: until).filter { row in
      let isOwn =
        switch scope {
        case .network: true
        case .member(let code): row.text("owner") == code
        case .subgroup(let id): row.text("owner") == id
        }
      return try isOwn
        && sight.shows(
          decidedBy: row.text("ordered_by"), meeting: row.text("meeting"), item: row.text("item"))
    }
    let known = try views.rows("subgroup", on: until).filter { row in
      try sight.shows(decidedBy: row.text("created_by"))
    }
    let titles = known.compactMap { row in
      row.text("subgroup").flatMap { id in row.text("title").map { (id, $0) } }
    }
    subgroupTitles = Dictionary(titles) { first, _ in first }
  }

  /// What the subgroup of the scope is called, where the audience is told of it, else its id; nil for another scope.
  var subgroupTitle: String? {
    guard case .subgroup(let id) = scope else { return nil }
    return subgroupTitles[id] ?? id
  }

  func lines(on subject: ActivitySection.Subject) throws -> [ActivityLine] {
    switch subject {
    case .meetings: try meetings()
    case .decisions: try decisions()
    case .procedures: try procedures()
    case .elections: try elections()
    case .actions: try actions.flatMap(action)
    case .deliverables: try deliverables()
    case .reports: try reports()
    case .members: try members()
    case .subgroups: try subgroups()
    }
  }

  /// Whether a day, as far as it is known, lies in the period.
  func isWithin(_ day: PartialDay?) -> Bool {
    day.map { from <= $0.first && $0.first <= until } ?? false
  }

  private func rows(_ noun: String, dated column: String) throws -> [Row] {
    try views.rows(noun, on: until).filter { isWithin($0.partialDay(column)) }
  }

  // MARK: - Meetings

  private func meetings() throws -> [ActivityLine] {
    guard let attended = try attended() else { return [] }
    let held = try rows("meeting", dated: "from").filter { row in
      row.wasHeld && (attended.isEmpty || attended.contains(row.text("meeting") ?? ""))
    }.map { row in
      ActivityLine(
        "meeting",
        Self.named(row).merging([
          "place": .text(row.text("place") ?? ""),
          "placed": .text(row["place"].isNull ? "no" : "yes"),
          "present": .int(row.int("present") ?? 0),
          "counted": .text(row["present"].isNull ? "no" : "yes"),
        ]) { $1 }, event: row.event)
    }
    return held + (try cancelled())
  }

  /// Those that were called off in the period, on whatever days they were to be.
  private func cancelled() throws -> [ActivityLine] {
    guard scope == .network else { return [] }
    return try rows("meeting", dated: "cancelled_on").filter { $0.text("stage") == "cancelled" }
      .map { row in
        ActivityLine(
          "meeting-cancelled",
          Self.named(row).merging([
            "on": .text(row.text("cancelled_on") ?? ""),
            "reason": .text(row.text("cancelled_for") ?? ""),
          ]) { $1 }, event: row.event)
      }
  }

  /// What the name of a meeting and its days are made of.
  private static func named(_ row: Row) -> [String: Failure.Value] {
    [
      "meeting": .text(row.text("meeting") ?? ""), "series": .text(row.text("series") ?? ""),
      "number": .text(row.int("number").map(String.init) ?? ""),
      "title": .text(row.text("title") ?? ""),
      "from": .text(row.text("from") ?? ""), "until": .text(row.text("until") ?? ""),
    ]
  }

  /// The meetings that a member was at; empty where all count, nil where none does.
  private func attended() throws -> Set<String>? {
    switch scope {
    case .network: return []
    case .subgroup: return nil
    case .member(let code):
      let own = try views.rows("attendance", on: until).filter { $0.text("member") == code }
      let meetings = Set(own.compactMap { $0.text("meeting") })
      return meetings.isEmpty ? nil : meetings
    }
  }

  // MARK: - Work

  /// That it was given, reported on and closed, as far as each happened in the period.
  private func action(_ row: Row) throws -> [ActivityLine] {
    let id = row.text("action") ?? ""
    let known = try events.action(id)
    let owner = row.text("owner") ?? ""
    // What an owner writes is for the members: everybody is told that it reported, and of the outcome.
    let values: [String: Failure.Value] = [
      "action": .text(id), "title": .text(row.text("title") ?? ""),
      "owner": .text(subgroupTitles[owner] ?? owner),
      "owned": .text(row["owner"].isNull ? "no" : "yes"),
      "outcome": .text(row.text("status") ?? ""), "result": .text(row.text("result") ?? ""),
      "told": .text(row["result"].isNull || !sight.isWhole ? "no" : "yes"),
      "report": .text(row.text("report") ?? ""),
      "worded": .text(row["report"].isNull || !sight.isWhole ? "no" : "yes"),
    ]
    return [
      ("since", "action-given"), ("reported_on", "action-reported"), ("closed_on", "action-closed"),
    ]
    .filter { isWithin(row.partialDay($0.0)) }
    .map { column, code in
      ActivityLine(
        code, values.merging(["on": .text(row.text(column) ?? "")]) { $1 },
        event: known[column] ?? row.event)
    }
  }

  private func deliverables() throws -> [ActivityLine] {
    let own = Set(actions.compactMap { $0.text("action") })
    return try rows("deliverable", dated: "published_on").filter { row in
      own.contains(row.text("action") ?? "")
    }.map { row in
      ActivityLine(
        "deliverable",
        [
          "deliverable": .text(row.text("deliverable") ?? ""),
          "on": .text(row.text("published_on") ?? ""), "title": .text(row.text("title") ?? ""),
          "identifier": .text(row.text("identifier") ?? ""),
          "identified": .text(row["identifier"].isNull ? "no" : "yes"),
        ], event: row.event)
    }
  }

  private func reports() throws -> [ActivityLine] {
    guard scope == .network else { return [] }
    let meetings = try views.rows("meeting", on: until)
    return try rows("publication", dated: "on").map { row in
      let id = row.text("meeting")
      let meeting = id.flatMap { id in meetings.first { $0.text("meeting") == id } }
      return ActivityLine(
        "report",
        (meeting.map(Self.named) ?? ["meeting": .text(id ?? "")]).merging([
          "identifier": .text(row.text("identifier") ?? ""),
          "output": .text(row.text("output") ?? ""), "on": .text(row.text("on") ?? ""),
          "met": .text(id == nil ? "no" : "yes"),
          "ending": .text(row.text("period_ending") ?? ""),
          "periodic": .text(row["period_ending"].isNull ? "no" : "yes"),
        ]) { $1 }, event: row.event)
    }
  }
}
