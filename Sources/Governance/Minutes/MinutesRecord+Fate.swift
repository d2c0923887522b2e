import Values

/// What became of a decision after it was taken, each sentence with the event that says so.
extension MinutesRecord {
  /// What became of a decision; what others in `told` did to it is left out, since it is said where they stand.
  static func fate(
    of deliberation: Deliberation, without told: Set<DeliberationID> = []
  ) -> [Statement] {
    let id = deliberation.id.text
    let annulled = deliberation.annulment.map { annulment in
      Statement(
        "annulled", at: "\(id).annulled",
        [
          "deliberation": .text(id), "reason": .text(annulment.facts.reason),
          "chair": .text(annulment.facts.deliberation == nil ? "yes" : "no"),
          "by": .text(annulment.facts.deliberation?.text ?? ""),
          "dated": .text("yes"), "on": .day(annulment.mark.effective),
        ], events: [annulment.position])
    }
    let amendments = deliberation.amendments.filter { !told.contains($0.facts.deliberation) }
    let amended = amendments.flatMap { amendment in
      [later("amended", amendment.facts.deliberation, amendment.mark, id)]
        + words(of: amendment, id)
    }
    let repealed = deliberation.repeal.flatMap { repeal in
      told.contains(repeal.facts.deliberation)
        ? nil : later("repealed", repeal.facts.deliberation, repeal.mark, id)
    }
    return [annulled].compactMap(\.self) + amended + [repealed].compactMap(\.self)
  }

  /// The text as amended, and the digest of its document, as far as the amendment gave them.
  static func words(of amendment: Recorded<LaterAmendment>, _ id: String) -> [Statement] {
    let place = "\(id).amended.\(amendment.position)"
    let text = amendment.facts.text.map { text in
      Statement(
        "amended-text", .quote, at: "\(place).text", ["text": .text(text)],
        events: [amendment.position])
    }
    let digest = amendment.facts.digest.map { digest in
      Statement(
        "amended-digest", at: "\(place).digest", ["digest": .text(digest)],
        events: [amendment.position])
    }
    return [text, digest].compactMap(\.self)
  }

  private static func later(_ code: String, _ by: DeliberationID, _ mark: Mark, _ id: String)
    -> Statement
  {
    Statement(
      code, at: "\(id).\(code).\(mark.position)",
      ["deliberation": .text(id), "by": .text(by.text), "on": .day(mark.effective)],
      events: [mark.position])
  }
}
