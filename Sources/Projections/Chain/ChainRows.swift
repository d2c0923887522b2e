import Values

/// Reads links, and what ties them, from the rows of the views.
enum ChainRows {
  static func links(_ views: Views, on day: Day) throws -> [ChainLink] {
    try meetings(views, day) + referrals(views, day) + decisions(views, day)
      + programmes(views, day)
      + actions(views, day) + deliverables(views, day) + reports(views, day)
  }

  /// Pairs of what is above and what hangs on it, in the order of the views.
  static func ties(_ views: Views, on day: Day) throws -> [(ChainLink.Name, ChainLink.Name)] {
    var ties: [(ChainLink.Name, ChainLink.Name)] = []
    func tie(_ upper: ChainLink.Kind, _ id: String?, _ lower: ChainLink.Kind, _ other: String?) {
      guard let id, let other else { return }
      ties.append((.init(kind: upper, id: id), .init(kind: lower, id: other)))
    }
    for row in try views.rows("deliberation", on: day) {
      tie(.meeting, row.text("meeting"), .deliberation, row.text("deliberation"))
    }
    for row in try views.rows("referral", on: day) {
      tie(.deliberation, row.text("sent_by"), .referral, row.text("referral"))
      tie(.referral, row.text("referral"), .deliberation, row.text("deliberation"))
    }
    for row in try views.rows("programme", on: day) {
      let amended = row["amended_by"].list?.compactMap(\.text) ?? []
      for decision in [row.text("adopted_by")].compactMap(\.self) + amended {
        tie(.deliberation, decision, .programme, row.text("programme"))
      }
    }
    for row in try views.rows("action", on: day) {
      let action = row.text("action")
      tie(.deliberation, row.text("ordered_by"), .action, action)
      tie(.programme, row.text("programme"), .action, action)
      if row["ordered_by"].isNull { tie(.meeting, row.text("meeting"), .action, action) }
    }
    for row in try views.rows("deliverable", on: day) {
      tie(.action, row.text("action"), .deliverable, row.text("deliverable"))
      tie(.deliverable, row.text("deliverable"), .report, row.text("identifier"))
    }
    for row in try views.rows("publication", on: day) {
      tie(.meeting, row.text("meeting"), .report, row.text("identifier"))
    }
    return ties
  }

  private static func meetings(_ views: Views, _ day: Day) throws -> [ChainLink] {
    try views.rows("meeting", on: day).compactMap { row in
      row.text("meeting").map {
        ChainLink(
          .meeting, $0, title: row.text("title"), on: row.text("from"), status: row.text("stage"),
          event: row.event)
      }
    }
  }

  /// One for each item, however many bodies it came to: it is where the last of them left it.
  private static func referrals(_ views: Views, _ day: Day) throws -> [ChainLink] {
    var seen: Set<String> = []
    return try views.rows("referral", on: day).compactMap { row in
      guard let id = row.text("referral"), seen.insert(id).inserted else { return nil }
      return ChainLink(
        .referral, id, title: row.text("title"), on: row.text("ended_on") ?? row.text("since"),
        status: row.text("outcome") ?? "pending", event: row.event)
    }
  }

  private static func decisions(_ views: Views, _ day: Day) throws -> [ChainLink] {
    try views.rows("deliberation", on: day).compactMap { row in
      row.text("deliberation").map {
        ChainLink(
          .deliberation, $0, title: row.text("title"), on: row.text("on"),
          status: row.text("status"), event: row.event)
      }
    }
  }

  private static func programmes(_ views: Views, _ day: Day) throws -> [ChainLink] {
    try views.rows("programme", on: day).compactMap { row in
      row.text("programme").map {
        ChainLink(
          .programme, $0, title: row.text("title"), on: row.text("adopted_on"),
          status: row.text("status"), event: row.event)
      }
    }
  }

  private static func actions(_ views: Views, _ day: Day) throws -> [ChainLink] {
    try views.rows("action", on: day).compactMap { row in
      row.text("action").map {
        ChainLink(
          .action, $0, title: row.text("title"), on: row.text("closed_on") ?? row.text("due"),
          status: row.text("status"), event: row.event)
      }
    }
  }

  private static func deliverables(_ views: Views, _ day: Day) throws -> [ChainLink] {
    try views.rows("deliverable", on: day).compactMap { row in
      row.text("deliverable").map {
        ChainLink(
          .deliverable, $0, title: row.text("title"),
          on: row.text("published_on") ?? row.text("due"), status: row.text("status"),
          event: row.event)
      }
    }
  }

  /// Reports of the rules, then what deliverables were published as and no rule asked for.
  private static func reports(_ views: Views, _ day: Day) throws -> [ChainLink] {
    let published = try views.rows("publication", on: day).compactMap { row in
      row.text("identifier").map {
        ChainLink(
          .report, $0, title: row.text("output"), on: row.text("on"), status: "published",
          event: row.event)
      }
    }
    let others = try views.rows("deliverable", on: day).compactMap { row in
      row.text("identifier").map {
        ChainLink(
          .report, $0, title: row.text("title"), on: row.text("published_on"),
          status: "published", event: row.event)
      }
    }
    return published + others
  }
}
