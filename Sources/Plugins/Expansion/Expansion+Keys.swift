internal import Values

/// Classes, seats, notice, programme and subgroups.
extension Expansion {
  /// What a class may not do; a right that it has stands against nothing.
  func guards(of memberClass: MemberClass) -> [ExpandedGuard] {
    let part = Part(
      path: "membership.classes.\(memberClass.name)", clause: memberClass.clause)
    // The members of the class are put together once, so that the cost of the guard stays low.
    func barred(_ require: String) -> String {
      let members = "members.filter(m, m.class == \(Self.quoted(memberClass.name))).map(m, m.id)"
      return "cel.bind(barred, \(members), \(require))"
    }
    var guards: [ExpandedGuard] = []
    if !memberClass.rights.contains(.attend) {
      guards += [
        part.guarding(
          ["may"], on: ["meeting.opened"], barred("payload.present.all(p, !(p in barred))")),
        part.guarding(["may"], on: ["delegation.arrived"], barred("!(payload.member in barred)")),
      ]
    }
    if !memberClass.rights.contains(.vote) {
      guards.append(
        part.guarding(
          ["may"], on: ["deliberation.adopted", "deliberation.rejected"],
          barred("votes.all(v, !(v.member in barred))")))
    }
    return guards
  }

  func guards(of rule: SeatRule) -> [ExpandedGuard] {
    let part = Part(path: "seats.\(rule.kind)", clause: rule.clause)
    // The id of a seat is its member, its kind and its number, with points between.
    let isOfKind = "event.id.split('.')[1] == \(Self.quoted(rule.kind))"
    let isHeld =
      "contacts.exists(c, c.id == event.id && (!has(c.until) || c.until > event.effective))"
    let member = "m.id == event.id.split('.')[0] && m.class in \(Self.list(rule.classes))"
    var guards = [
      part.guarding(
        ["classes"], on: ["appointment.made"], when: "\(isOfKind) && !\(isHeld)",
        "members.exists(m, \(member))")
    ]
    if let most = rule.maximum {
      guards.append(
        part.guarding(
          ["max"], on: ["seat.created"], when: "payload.kind == \(Self.quoted(rule.kind))",
          "payload.number <= \(value(most, at: "\(part.path).max"))"))
    }
    if rule.alternates > 0 {
      guards.append(
        part.guarding(
          ["alternates"], on: ["alternate.named"], when: isOfKind,
          "payload.rank <= \(value(rule.alternates, at: "\(part.path).alternates"))"))
    }
    if let term = rule.term {
      guards.append(
        part.guarding(
          ["term"], on: ["appointment.made"], when: isOfKind,
          Self.within(value(term, at: "\(part.path).term"))))
    }
    return guards
  }

  func guards(of series: Series) -> [ExpandedGuard] {
    noticeGuards(of: series) + agendaGuards(of: series) + minutesGuards(of: series)
      + speakingGuards(of: series)
  }

  /// The program says of an item whether the agenda was frozen before its day.
  private func agendaGuards(of series: Series) -> [ExpandedGuard] {
    guard let rule = series.agenda else { return [] }
    let part = Part(path: "series.\(series.id).agenda", clause: rule.clause)
    let freeze = value(rule.freeze, at: "\(part.path).freeze")
    let inTime = "!payload.late && addPeriod(payload.on, \(freeze)) <= meeting.from"
    let require =
      switch rule.late {
      case .never: inTime
      case .reason: "has(payload.reason) || (\(inTime))"
      case .decision: "has(payload.deliberation) || (\(inTime))"
      case .consent: "has(payload.consent) || (\(inTime))"
      }
    return [
      part.guarding(
        ["freeze", "late"], on: ["item.added"],
        when: "meeting.series == \(Self.quoted(series.id)) && has(meeting.from)", require)
    ]
  }

  private func minutesGuards(of series: Series) -> [ExpandedGuard] {
    guard let rule = series.minutes else { return [] }
    let part = Part(path: "series.\(series.id).minutes", clause: rule.clause)
    let silence = "has(payload.until) && payload.until < payload.on && payload.objections == 0"
    return [
      part.guarding(
        ["approval"], on: ["minutes.approved"],
        when: "meeting.series == \(Self.quoted(series.id))",
        rule.approval == .silence
          ? "has(payload.deliberation) || (\(silence))" : "has(payload.deliberation)")
    ]
  }

  private func noticeGuards(of series: Series) -> [ExpandedGuard] {
    guard let rule = series.notice else { return [] }
    let part = Part(path: "series.\(series.id).notice", clause: rule.clause)
    let isOfSeries = "meeting.series == \(Self.quoted(series.id))"
    let moves = "meeting.stage == 'convened' && has(payload.from) && payload.from != meeting.from"
    let keys = ["period"] + (rule.urgent == nil ? [] : ["urgent"])
    return [
      part.guarding(
        keys, on: ["meeting.convened"], when: "\(isOfSeries) && has(meeting.from)",
        notice(rule, "meeting.from", at: part.path)),
      part.guarding(
        keys, on: ["meeting.moved"], when: "\(isOfSeries) && has(meeting.from) && \(moves)",
        notice(rule, "payload.from", at: part.path)),
    ]
  }

  private func notice(_ rule: NoticeRule, _ first: String, at path: String) -> String {
    let usual = value(rule.period, at: "\(path).period")
    guard let urgent = rule.urgent else {
      return "!payload.urgent && \(first) >= addPeriod(payload.on, \(usual))"
    }
    let period = "payload.urgent ? \(value(urgent, at: "\(path).urgent")) : \(usual)"
    return "\(first) >= addPeriod(payload.on, \(period))"
  }

  func guards(of rule: ProgrammeRule) -> [ExpandedGuard] {
    let part = Part(path: "programme", clause: rule.clause)
    let length = value(rule.length, at: "programme.length")
    return [
      // The last day is included: the day after it is as far away as the rule says.
      part.guarding(
        ["length"], on: ["programme.drafted"],
        "addPeriod(payload.until, 'P1D') == addPeriod(payload.from, \(length))"),
      part.guarding(
        [], on: ["programme.drafted"],
        "programmes.all(p, !p.adopted || payload.until < p.from || p.until < payload.from)",
        severity: .warn),
    ]
  }

  func guards(of rule: SubgroupRule) -> [ExpandedGuard] {
    guard let longest = rule.longest else { return [] }
    let part = Part(path: "subgroups", clause: rule.clause)
    let term = value(longest, at: "subgroups.longest")
    return [
      part.guarding(
        ["longest"], on: ["subgroup.created"],
        "!has(payload.until) || addPeriod(payload.until, 'P1D') <= addPeriod(payload.from, \(term))"
      )
    ]
  }
}
