internal import Values

/// Reads how bodies decide outside a meeting.
enum ProcedureReader {
  private enum Unless: String, CaseIterable {
    case opposed
  }

  static func procedure(_ id: String, _ section: inout Section) -> ProcedureRule? {
    let context = section.context
    let title = section.localText("title")
    let kind = section.required("kind", Form<ProcedureRule.Kind>.choice)
    let body = section.required("body", .reference("body", to: context.bodies))
    let matters = body.flatMap { context.matters[$0] } ?? []
    let notFor =
      section.has("not_for")
      ? section.list("not_for", body == nil ? .text : .reference("matter", to: matters)) : []
    let period = section.section("period") { Self.period(&$0) }
    let consent = section.optionalSection("consent") { Self.consent(&$0) }
    let answers = section.optionalSection("answers") { Self.answers(&$0) }
    let breaking = section.optionalSection("broken") { Self.breaking(&$0) }
    if let kind { check(kind, &section) }
    guard let clause = section.clause(), let title, let kind, let body, let period else {
      return nil
    }
    return ProcedureRule(
      id: id, title: title, kind: kind, body: body, notFor: Set(notFor ?? []).sorted(),
      period: period, consent: consent, answers: answers, breaking: breaking, clause: clause)
  }

  /// Silence that nothing breaks would adopt everything, and nobody answers it.
  private static func check(_ kind: ProcedureRule.Kind, _ section: inout Section) {
    guard kind == .silence else { return }
    if !section.has("broken") {
      section.note(Failure(.keyMissing, ["key": .text("broken")], at: section.place))
    }
    if section.has("answers") {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("kind: silence"), "other": .text("answers")],
          at: section.place(of: "answers")))
    }
  }

  private static func period(_ section: inout Section) -> ProcedurePeriod? {
    let isOne = section.exactlyOne(of: "days", "working_days")
    let unit: ProcedurePeriod.Unit = section.has("days") ? .days : .workingDays
    let count = isOne ? section.required(unit.rawValue, .number(1...366)) : nil
    if !isOne { section.ignore(["days", "working_days"]) }
    let urgent = section.optional("urgent", .number(1...366))
    section.lookAtUrgent(urgent, beside: count)
    let at = section.optional("at", .time)
    let start = section.required("starts", Form<ProcedurePeriod.Start>.choice)
    guard let clause = section.clause(), let count, let start else { return nil }
    return ProcedurePeriod(
      count: count, unit: unit, urgent: urgent, at: at, start: start, clause: clause)
  }

  private static func consent(_ section: inout Section) -> ConsentRule? {
    guard section.has("unless") else {
      let threshold = section.threshold()
      guard let clause = section.clause(), let threshold else { return nil }
      return ConsentRule(threshold: threshold, clause: clause)
    }
    let unless = section.required("unless", Form<Unless>.choice)
    for key in ["more_than", "at_least"] where section.has(key) {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("unless"), "other": .text(key)],
          at: section.place(of: key)))
    }
    guard let clause = section.clause(), unless != nil else { return nil }
    return ConsentRule(threshold: nil, clause: clause)
  }

  private static func answers(_ section: inout Section) -> AnswersRule? {
    let threshold = section.threshold()
    guard let clause = section.clause(), let threshold else { return nil }
    return AnswersRule(threshold: threshold, clause: clause)
  }

  private static func breaking(_ section: inout Section) -> BreakingRule? {
    let means = section.list("by", Form<BreakingRule.Means>.choice)
    if means?.isEmpty == true {
      section.note(Failure(.listEmpty, at: section.place(of: "by")))
    }
    let author = section.required("who", Form<BreakingRule.Author>.choice)
    let number = Self.number(&section)
    let consequence = section.required("then", Form<BreakingRule.Consequence>.choice)
    let resumes = section.optional("resumes", .boolean) ?? false
    guard let clause = section.clause(), let means, let author, let number, let consequence else {
      return nil
    }
    return BreakingRule(
      means: BreakingRule.Means.allCases.filter(means.contains), author: author, number: number,
      consequence: consequence, resumes: resumes, clause: clause)
  }

  private static func number(_ section: inout Section) -> BreakingRule.Number? {
    guard section.has("count") else { return section.threshold().map { .share($0) } }
    for key in ["more_than", "at_least"] where section.has(key) {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("count"), "other": .text(key)],
          at: section.place(of: key)))
    }
    return section.required("count", .number(1...99)).map { .count($0) }
  }
}

extension Form where Value == TimeOfDay {
  /// Two digits, a colon and two digits.
  fileprivate static var time: Form {
    Form { node throws(Failure) in
      guard let time = TimeOfDay(try node.string()) else { throw node.unreadable("time") }
      return time
    }
  }
}
