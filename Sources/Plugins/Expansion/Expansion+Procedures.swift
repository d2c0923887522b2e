internal import Values

/// What decides outside a meeting: the period, consent to the method, answers, what breaks silence.
extension Expansion {
  /// The ends that let the time run out, or that came before it.
  private static let ends = ["procedure.expired", "procedure.closed"]

  func guards(of rule: ProcedureRule) -> [ExpandedGuard] {
    let part = Part(path: "procedures.\(rule.id)", clause: rule.clause)
    let matters = part.guarding(
      ["not_for"], on: ["procedure.opened"], when: Self.isOf(rule),
      "!(payload.matter in \(Self.list(rule.notFor)))")
    return (rule.notFor.isEmpty ? [] : [matters]) + period(of: rule) + consent(to: rule)
      + answers(of: rule) + breaking(of: rule)
  }

  private static func isOf(_ rule: ProcedureRule) -> String {
    "payload.rule == \(quoted(rule.id))"
  }

  // MARK: - Period

  private func period(of rule: ProcedureRule) -> [ExpandedGuard] {
    let period = rule.period
    let part = Part(path: "procedures.\(rule.id).period", clause: period.clause)
    let keys =
      [period.unit.rawValue] + (period.urgent == nil ? [] : ["urgent"])
      + (period.at == nil ? [] : ["at"])
    var guards = [
      part.guarding(
        keys, on: ["procedure.started"], when: Self.isOf(rule), ending(period, at: part.path))
    ]
    if period.start == .lastNotice {
      guards.append(
        part.guarding(
          ["starts"], on: ["procedure.started"], when: Self.isOf(rule),
          "payload.addressees.all(a, a in payload.notified)"))
    }
    if period.urgent == nil {
      guards.append(
        part.guarding(
          ["urgent"], on: ["procedure.opened"], when: Self.isOf(rule), "!payload.urgent"))
    }
    return guards
  }

  private func ending(_ period: ProcedurePeriod, at path: String) -> String {
    let usual = value(period.count, at: "\(path).\(period.unit.rawValue)")
    func form(_ count: String) -> String {
      period.unit == .days ? Self.days(count) : count
    }
    let count = period.urgent.map { urgent in
      "payload.urgent ? \(form(value(urgent, at: "\(path).urgent"))) : \(form(usual))"
    }
    let function = period.unit == .days ? "addPeriod" : "addWorkingDays"
    let last = "\(function)(payload.from, \(count ?? form(usual)))"
    guard let at = period.at else { return "payload.expires == \(last)" }
    let zone = Self.quoted(rules.zone)
    return "cel.bind(last, \(last), year(payload.expires) == year(last) && "
      + "month(payload.expires) == month(last) && day(payload.expires) == day(last)) && "
      + "payload.expires.getHours(\(zone)) == \(at.minutes / 60) && "
      + "payload.expires.getMinutes(\(zone)) == \(at.minutes % 60)"
  }

  /// So many days as a period; a number that is a parameter is written by the expression.
  private static func days(_ count: String) -> String {
    Int(count) == nil ? "'P' + string(\(count)) + 'D'" : "'P\(count)D'"
  }

  // MARK: - Consent and answers

  private func consent(to rule: ProcedureRule) -> [ExpandedGuard] {
    guard let consent = rule.consent else { return [] }
    let part = Part(path: "procedures.\(rule.id).consent", clause: consent.clause)
    let require =
      consent.threshold.map { threshold in
        meets(
          threshold, at: part.path, "size(payload.agreed)", of: "size(payload.addressees)")
      } ?? "size(payload.against) == 0"
    return [
      part.guarding(
        [consent.threshold?.strictness.rawValue ?? "unless"], on: ["procedure.consented"],
        when: Self.isOf(rule), require)
    ]
  }

  private func answers(of rule: ProcedureRule) -> [ExpandedGuard] {
    guard let answers = rule.answers else { return [] }
    let part = Part(path: "procedures.\(rule.id).answers", clause: answers.clause)
    let enough = meets(
      answers.threshold, at: part.path, "size(payload.answered)", of: "size(payload.addressees)")
    return [
      part.guarding(
        [answers.threshold.strictness.rawValue], on: Self.ends, when: Self.isOf(rule),
        "(payload.outcome in ['adopted', 'rejected']) == (\(enough))")
    ]
  }

  // MARK: - What breaks it

  private func breaking(of rule: ProcedureRule) -> [ExpandedGuard] {
    guard let breaking = rule.breaking else { return [] }
    let part = Part(path: "procedures.\(rule.id).broken", clause: breaking.clause)
    let means = Self.list(breaking.means.map(\.rawValue))
    let found = "size(payload.objections.filter(o, o.means in \(means)))"
    let (key, enough) =
      switch breaking.number {
      case .count(let count): ("count", "\(found) >= \(value(count, at: "\(part.path).count"))")
      case .share(let threshold):
        (
          threshold.strictness.rawValue,
          meets(threshold, at: part.path, found, of: "size(payload.addressees)")
        )
      }
    return [
      part.guarding(
        ["by", key], on: ["procedure.broken"], when: Self.isOf(rule), enough),
      part.guarding(["by", key], on: Self.ends, when: Self.isOf(rule), "!(\(enough))"),
    ]
  }
}
