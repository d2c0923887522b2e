import Values

/// Who joined and left, and what became of subgroups.
extension ActivityRows {
  /// Who joined, and who was there on the day before the period and is there no more.
  func members() throws -> [ActivityLine] {
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

  func subgroups() throws -> [ActivityLine] {
    let own = try views.rows("subgroup", on: until).filter { row in
      switch scope {
      case .network: true
      case .member(let code): row.text("coordinator") == code
      case .subgroup(let id): row.text("subgroup") == id
      }
    }
    return try own.filter { try sight.shows(decidedBy: $0.text("created_by")) }.flatMap(subgroup)
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
  func creation(of id: String) throws -> String? {
    try views.rows("subgroup", on: until).first { $0.text("subgroup") == id }?.text("created_by")
  }
}
