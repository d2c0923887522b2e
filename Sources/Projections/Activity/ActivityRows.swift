import Values

/// The rows that an activity report is made of: those of its last day that happened in its period.
struct ActivityRows {
  private let views: Views
  private let from: Day
  private let until: Day
  private let scope: Activity.Scope
  private let events: ActivityEvents
  /// Those of the scope, closed ones too.
  let actions: [Row]

  init(_ views: Views, from: Day, until: Day, scope: Activity.Scope) throws {
    self.views = views
    self.from = from
    self.until = until
    self.scope = scope
    events = ActivityEvents(views, until: until)
    actions = try views.rows("action", on: until).filter { row in
      switch scope {
      case .network: true
      case .member(let code): row.text("owner") == code
      case .subgroup(let id): row.text("owner") == id
      }
    }
  }

  func lines(on subject: ActivitySection.Subject) throws -> [ActivityLine] {
    switch subject {
    case .meetings: try meetings()
    case .decisions: try decisions()
    case .procedures: try procedures()
    case .actions: try actions.flatMap(action)
    case .deliverables: try deliverables()
    case .reports: try reports()
    case .members: try members()
    case .subgroups: try subgroups()
    }
  }

  /// Whether a day, as far as it is known, lies in the period.
  private func isWithin(_ day: PartialDay?) -> Bool {
    day.map { from <= $0.first && $0.first <= until } ?? false
  }

  private func rows(_ noun: String, dated column: String) throws -> [Row] {
    try views.rows(noun, on: until).filter { isWithin($0.partialDay(column)) }
  }

  // MARK: - Meetings and decisions

  private func meetings() throws -> [ActivityLine] {
    guard let attended = try attended() else { return [] }
    return try rows("meeting", dated: "from").filter { row in
      row.wasHeld && (attended.isEmpty || attended.contains(row.text("meeting") ?? ""))
    }.map { row in
      ActivityLine(
        "meeting",
        [
          "meeting": .text(row.text("meeting") ?? ""), "series": .text(row.text("series") ?? ""),
          "number": .text(row.int("number").map(String.init) ?? ""),
          "title": .text(row.text("title") ?? ""),
          "from": .text(row.text("from") ?? ""), "until": .text(row.text("until") ?? ""),
          "place": .text(row.text("place") ?? ""),
          "placed": .text(row["place"].isNull ? "no" : "yes"),
          "present": .int(row.int("present") ?? 0),
          "counted": .text(row["present"].isNull ? "no" : "yes"),
        ], event: row.event)
    }
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

  /// Of the whole network; of a subgroup the one that created it.
  private func decisions() throws -> [ActivityLine] {
    let creation: String?
    switch scope {
    case .network: creation = nil
    case .member: return []
    case .subgroup(let id):
      creation = try self.creation(of: id) ?? ""
    }
    return try rows("deliberation", dated: "on").filter { row in
      creation.map { $0 == row.text("deliberation") } ?? true
    }.map { row in
      ActivityLine(
        "decision",
        [
          "deliberation": .text(row.text("deliberation") ?? ""), "on": .text(row.text("on") ?? ""),
          "title": .text(row.text("title") ?? ""), "status": .text(row.text("status") ?? ""),
        ], event: row.event)
    }
  }

  private func procedures() throws -> [ActivityLine] {
    guard scope == .network else { return [] }
    return try rows("procedure", dated: "ended").map { row in
      let id = row.text("procedure") ?? ""
      return ActivityLine(
        "procedure",
        [
          "procedure": .text(id),
          "on": .text(row.text("ended") ?? ""), "title": .text(row.text("title") ?? ""),
          "outcome": .text(row.text("outcome") ?? ""),
        ], event: try events.procedure(id) ?? row.event)
    }
  }

  // MARK: - Work

  /// That it was given, reported on and closed, as far as each happened in the period.
  private func action(_ row: Row) throws -> [ActivityLine] {
    let id = row.text("action") ?? ""
    let known = try events.action(id)
    let values: [String: Failure.Value] = [
      "action": .text(id), "title": .text(row.text("title") ?? ""),
      "owner": .text(row.text("owner") ?? ""),
      "owned": .text(row["owner"].isNull ? "no" : "yes"),
      "outcome": .text(row.text("status") ?? ""), "result": .text(row.text("result") ?? ""),
      "told": .text(row["result"].isNull ? "no" : "yes"),
      "report": .text(row.text("report") ?? ""),
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
    return try rows("publication", dated: "on").map { row in
      ActivityLine(
        "report",
        [
          "identifier": .text(row.text("identifier") ?? ""),
          "output": .text(row.text("output") ?? ""), "on": .text(row.text("on") ?? ""),
          "meeting": .text(row.text("meeting") ?? ""),
          "met": .text(row["meeting"].isNull ? "no" : "yes"),
        ], event: row.event)
    }
  }

  // MARK: - Members and subgroups

  /// Who joined, and who was there on the day before the period and is there no more.
  private func members() throws -> [ActivityLine] {
    let before = try views.rows("member", on: Day(number: from.number - 1))
    let now = try views.rows("member", on: until)
    let (known, here) = (Set(before.compactMap(code)), Set(now.compactMap(code)))
    let joined = now.filter { row in
      isWithin(row.partialDay("since")) && code(row).map { !known.contains($0) } == true
    }
    let left = before.filter { row in code(row).map { !here.contains($0) } == true }
    return joined.filter(isOf).map { member($0, "member-joined") }
      + left.filter(isOf).map { member($0, "member-left") }
  }

  private func code(_ row: Row) -> String? { row.text("member") }

  private func member(_ row: Row, _ code: String) -> ActivityLine {
    ActivityLine(
      code, ["member": .text(self.code(row) ?? ""), "class": .text(row.text("class") ?? "")],
      event: row.event)
  }

  private func isOf(_ row: Row) -> Bool {
    switch scope {
    case .network: true
    case .member(let code): self.code(row) == code
    case .subgroup: false
    }
  }

  private func subgroups() throws -> [ActivityLine] {
    let own = try views.rows("subgroup", on: until).filter { row in
      switch scope {
      case .network: true
      case .member(let code): row.text("coordinator") == code
      case .subgroup(let id): row.text("subgroup") == id
      }
    }
    return try own.flatMap(subgroup)
  }

  /// That it began, told of its work and ended, as far as each happened in the period.
  private func subgroup(_ row: Row) throws -> [ActivityLine] {
    let id = row.text("subgroup") ?? ""
    let known = try events.subgroup(id)
    let steps = [
      ("since", "subgroup-created"), ("last_report", "subgroup-reported"),
      ("ended_on", "subgroup-ended"),
    ]
    return steps.filter { isWithin(row.partialDay($0.0)) }.map { column, code in
      ActivityLine(
        code,
        [
          "subgroup": .text(id), "title": .text(row.text("title") ?? ""),
          "on": .text(row.text(column) ?? ""),
        ], event: known[column] ?? row.event)
    }
  }

  /// The decision that created a subgroup; nil for a subgroup that is not there.
  private func creation(of id: String) throws -> String? {
    try views.rows("subgroup", on: until).first { $0.text("subgroup") == id }?.text("created_by")
  }
}
