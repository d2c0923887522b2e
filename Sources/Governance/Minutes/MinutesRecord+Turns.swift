import Plugins
import Values

/// What was recorded while the meeting sat, beside its deliberations: proxies given or taken back, and subgroups that
/// reported; and the items to which nothing was decided.
extension MinutesRecord {
  /// Whether an event was recorded while the meeting was open, and counts from one of its days.
  private func sat(at mark: Mark) -> Bool {
    guard let opening = meeting.opening, opening.position < mark.position,
      opening.facts.on.first <= mark.effective
    else { return false }
    guard let closing = meeting.closing else { return true }
    return mark.position < closing.position && mark.effective <= closing.facts.on.last
  }

  // MARK: - Proxies

  /// Proxies of the body that were given or taken back during the meeting, with what that did to the quorum.
  var proxyTurns: [Piece] {
    proxies.flatMap { proxy -> [Piece] in
      guard let grant = proxy.grant, grant.facts.body == body?.id,
        grant.facts.meeting.map({ $0 == meeting.id }) != false
      else { return [] }
      let given: Piece? = sat(at: grant.mark) ? (grant.position, [self.given(grant)]) : nil
      let revoked = proxy.revocation.flatMap { revocation -> Piece? in
        sat(at: revocation.mark) ? (revocation.position, [self.revoked(grant, revocation)]) : nil
      }
      return [given, revoked].compactMap(\.self).map { position, said in
        (position, said + quorumChange(byProxy: proxy, at: position))
      }
    }
  }

  private func given(_ grant: Recorded<ProxyGrant>) -> Statement {
    Statement(
      "proxy-given", at: "proxy.\(grant.position)",
      ["proxies": .list([grant.facts.words]), "on": .day(grant.facts.from)],
      events: [grant.position])
  }

  private func revoked(
    _ grant: Recorded<ProxyGrant>, _ revocation: Recorded<ProxyRevocation>
  ) -> Statement {
    let facts = revocation.facts
    return Statement(
      "proxy-revoked", at: "proxy.\(revocation.position)",
      [
        "proxies": .list([grant.facts.words]), "on": .day(facts.on),
        "time": .text(facts.time?.description ?? ""),
        "timed": .text(facts.time == nil ? "no" : "yes"), "reason": .text(facts.reason ?? ""),
        "reasoned": .text(facts.reason == nil ? "no" : "yes"),
      ], events: [revocation.position])
  }

  // MARK: - Subgroups

  /// Reports of subgroups to the plenary that sat, each under a heading of its own.
  var subgroupTurns: [Piece] {
    guard case .plenary? = body?.composition else { return [] }
    return consequences.subgroups.flatMap { subgroup in
      subgroup.reports.filter { sat(at: $0.mark) }.map { report in
        (report.position, said(report, of: subgroup))
      }
    }
  }

  private func said(_ report: Recorded<SubgroupReport>, of subgroup: Subgroup) -> [Statement] {
    let place = "report.\(subgroup.id.text).\(report.position)"
    let title: [String: Failure.Value] = [
      "title": .text(subgroup.creation?.facts.title ?? subgroup.id.text)
    ]
    return [
      Statement("subgroup-report", .heading, at: place, title, events: [report.position]),
      Statement(
        "subgroup-reported", .quote, at: "\(place).text", ["text": .text(report.facts.text)],
        events: [report.position]),
    ]
  }

  // MARK: - Items without a deliberation

  /// Which items of a meeting that has ended led to no deliberation, so that a reader misses none.
  ///
  /// An item above others is named only where none of these led to one.
  var untreated: Statement? {
    guard meeting.closing != nil else { return nil }
    let lines = outline.lines
    let treated = lines.filter { !$0.item.takings.isEmpty }.map(\.number)
    let open = lines.filter { line in
      !treated.contains { $0 == line.number || $0.hasPrefix(line.number + ".") }
    }
    guard !open.isEmpty else { return nil }
    return Statement(
      "untreated", at: "untreated",
      ["n": .int(open.count), "items": .list(open.map(\.number))],
      events: open.map(\.item.addition.position))
  }
}

extension ProxyGrant {
  /// `MT (FR)`: the giver, with the holder in brackets.
  var words: String { "\(giver.text) (\(holder.text))" }
}
