import Values

/// What a deliberation made of programmes: one adopted with its actions, or one amended.
extension Consequences {
  func programmes(by id: DeliberationID) -> [Statement] {
    programmes.flatMap { programme in
      adopted(programme, by: id)
        + programme.amendments.filter { $0.facts.deliberation == id }.flatMap {
          amended(programme, $0)
        }
    }
  }

  private func adopted(_ programme: Programme, by id: DeliberationID) -> [Statement] {
    guard let adoption = programme.adoption, adoption.facts.deliberation == id,
      let draft = programme.draft
    else { return [] }
    let actions = programme.additions.filter { $0.position < adoption.position }
    let objectives = programme.objectives.filter { $0.position < adoption.position }.map {
      objective($0.facts, of: programme, by: id, at: $0.position, isAdopted: true)
    }
    let head = Statement(
      "follows-programme", at: "\(id.text).\(programme.id.text)",
      [
        "programme": .text(programme.id.text), "title": .text(draft.facts.title),
        "from": .day(draft.facts.from), "until": .day(draft.facts.until), "n": .int(actions.count),
      ], events: [draft.position, adoption.position])
    return [head] + objectives + actions.map { added($0, to: programme, by: id) }
  }

  /// An objective that was adopted with its programme, or that an amendment added.
  private func objective(
    _ facts: ObjectiveAddition, of programme: Programme, by id: DeliberationID, at event: Int64,
    isAdopted: Bool
  ) -> Statement {
    Statement(
      "follows-objective", at: place(id, programme, "objective", facts.number),
      [
        "number": .int(facts.number), "title": .text(facts.title),
        "adopted": .text(isAdopted ? "yes" : "no"),
      ], events: [event])
  }

  private func amended(
    _ programme: Programme, _ amendment: Recorded<ProgrammeAmendment>
  ) -> [Statement] {
    let (facts, id) = (amendment.facts, amendment.facts.deliberation)
    let head = Statement(
      "follows-amendment", at: "\(id.text).\(programme.id.text).\(amendment.position)",
      [
        "programme": .text(programme.id.text), "title": .text(programme.draft?.facts.title ?? ""),
        "version": .int(facts.version),
      ], events: [amendment.position])
    let objectives = facts.objectives.map {
      objective($0, of: programme, by: id, at: amendment.position, isAdopted: false)
    }
    let added = facts.added.map {
      self.added(Recorded($0, at: amendment.mark), to: programme, by: id)
    }
    let changed = facts.changed.map { change in
      self.changed(change, of: programme, by: id, at: amendment.position)
    }
    let dropped = facts.dropped.map { number in
      Statement(
        "follows-dropped", at: place(id, programme, "dropped", number),
        [
          "action": .text(ActionID(programme: programme.id, number: number).text),
          "title": .text(programme.action(number)?.facts.title ?? ""),
        ], events: [amendment.position])
    }
    return [head] + objectives + added + changed + dropped
  }

  private func added(
    _ addition: Recorded<ActionAddition>, to programme: Programme, by id: DeliberationID
  ) -> Statement {
    let facts = addition.facts
    return Statement(
      "follows-action", at: place(id, programme, "action", facts.number),
      [
        "action": .text(ActionID(programme: programme.id, number: facts.number).text),
        "title": .text(facts.title), "owned": .text(facts.owner == nil ? "no" : "yes"),
        "owner": .text(facts.owner ?? ""), "dated": .text(facts.due == nil ? "no" : "yes"),
        "due": facts.due.map { .day($0) } ?? .text(""),
      ], events: [addition.position])
  }

  /// What an amendment gave an action; what it left as it was is not told.
  private func changed(
    _ change: ActionChange, of programme: Programme, by id: DeliberationID, at event: Int64
  ) -> Statement {
    Statement(
      "follows-changed", at: place(id, programme, "changed", change.number),
      [
        "action": .text(ActionID(programme: programme.id, number: change.number).text),
        "title": .text(change.title ?? programme.action(change.number)?.facts.title ?? ""),
        "owned": .text(change.owner == nil ? "no" : "yes"), "owner": .text(change.owner ?? ""),
        "dated": .text(change.due == nil ? "no" : "yes"),
        "due": change.due.map { .day($0) } ?? .text(""),
        "served": .text(change.objective == nil ? "no" : "yes"),
        "objective": .int(change.objective ?? 0),
      ], events: [event])
  }

  private func place(
    _ id: DeliberationID, _ programme: Programme, _ part: String, _ number: Int
  ) -> String {
    "\(id.text).\(programme.id.text).\(part).\(number)"
  }
}
