import Values

/// What became of a decision after it was taken, each sentence with the event that says so.
extension MinutesRecord {
  func fate(of deliberation: Deliberation) -> [Statement] {
    let id = deliberation.id.text
    let annulled = deliberation.annulment.map { annulment in
      Statement(
        "annulled", at: "\(id).annulled",
        [
          "deliberation": .text(id), "reason": .text(annulment.facts.reason),
          "chair": .text(annulment.facts.deliberation == nil ? "yes" : "no"),
          "by": .text(annulment.facts.deliberation?.text ?? ""),
        ], events: [annulment.position])
    }
    let amended = deliberation.amendments.map { amendment in
      later("amended", amendment.facts.deliberation, amendment.mark, id)
    }
    let repealed = deliberation.repeal.map { repeal in
      later("repealed", repeal.facts.deliberation, repeal.mark, id)
    }
    return [annulled].compactMap(\.self) + amended + [repealed].compactMap(\.self)
  }

  private func later(_ code: String, _ by: DeliberationID, _ mark: Mark, _ id: String) -> Statement
  {
    Statement(
      code, at: "\(id).\(code).\(mark.position)",
      ["deliberation": .text(id), "by": .text(by.text), "on": .day(mark.effective)],
      events: [mark.position])
  }
}
