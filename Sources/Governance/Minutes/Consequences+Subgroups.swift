import Values

/// What a deliberation made of subgroups: one created, with who takes part and who coordinates it, or one renewed.
extension Consequences {
  func subgroups(by id: DeliberationID) -> [Statement] {
    subgroups.flatMap { subgroup in
      created(subgroup, by: id)
        + subgroup.amendments.filter { $0.facts.deliberation == id }.map {
          amended(subgroup, $0, by: id)
        }
    }
  }

  private func created(_ subgroup: Subgroup, by id: DeliberationID) -> [Statement] {
    guard let creation = subgroup.creation, creation.facts.deliberation == id else { return [] }
    let facts = creation.facts
    let head = Statement(
      "follows-subgroup", at: place(id, subgroup),
      [
        "subgroup": .text(subgroup.id.text), "title": .text(facts.title),
        "mandate": .text(facts.mandate), "from": .known(facts.from),
        "ended": .text(facts.until == nil ? "no" : "yes"),
        "until": facts.until.map { .day($0) } ?? .text(""),
        "joined": .text(facts.members.isEmpty ? "no" : "yes"), "members": .members(facts.members),
      ], events: [creation.position])
    return [head] + [coordination(of: subgroup, by: id)].compactMap(\.self)
  }

  /// Who coordinates it from its first day; a later one took over by an act of its own.
  private func coordination(of subgroup: Subgroup, by id: DeliberationID) -> Statement? {
    guard let coordination = subgroup.firstCoordination else { return nil }
    let facts = coordination.facts
    return Statement(
      "follows-coordination", at: place(id, subgroup) + ".coordination",
      [
        "member": .text(facts.member.text), "title": .text(subgroup.creation?.facts.title ?? ""),
        "ended": .text(facts.until == nil ? "no" : "yes"),
        "until": facts.until.map { .day($0) } ?? .text(""),
      ], events: [coordination.position])
  }

  private func amended(
    _ subgroup: Subgroup, _ amendment: Recorded<SubgroupAmendment>, by id: DeliberationID
  ) -> Statement {
    let facts = amendment.facts
    return Statement(
      "follows-subgroup-amended", at: place(id, subgroup) + ".\(amendment.position)",
      [
        "subgroup": .text(subgroup.id.text), "title": .text(subgroup.creation?.facts.title ?? ""),
        "from": .known(facts.on), "renewed": .text(facts.until == nil ? "no" : "yes"),
        "until": facts.until.map { .day($0) } ?? .text(""),
        "charged": .text(facts.mandate == nil ? "no" : "yes"),
        "mandate": .text(facts.mandate ?? ""),
        "ruled": .text(facts.terms == nil ? "no" : "yes"),
      ], events: [amendment.position])
  }

  private func place(_ id: DeliberationID, _ subgroup: Subgroup) -> String {
    "\(id.text).subgroup.\(subgroup.id.text)"
  }
}

extension Subgroup {
  /// The coordination that began on the first day of the subgroup; nil where none did.
  var firstCoordination: Recorded<SubgroupCoordination>? {
    guard let creation else { return nil }
    return coordinations.first { $0.facts.from.first == creation.facts.from.first }
  }
}
