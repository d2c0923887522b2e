package import Values

extension Move {
  /// What it gave, for a sentence: days, place, form and title, each with a word that says whether it is there.
  ///
  /// `dated` is `day`, `days`, `end` for a new last day alone, or `no`; `format` is a word of the catalogues, or `same`.
  package var particulars: [String: Failure.Value] {
    let until = until.flatMap { $0 == from ? nil : $0 }
    let dated = from == nil ? (until == nil ? "no" : "end") : (until == nil ? "day" : "days")
    return [
      "reason": .text(reason), "dated": .text(dated),
      "from": from.map(Failure.Value.known) ?? .text(""),
      "until": until.map(Failure.Value.known) ?? .text(""),
      "placed": .text(place == nil ? "no" : "yes"), "place": .text(place ?? ""),
      "format": .text(format.map(Self.word) ?? "same"),
      "titled": .text(title == nil ? "no" : "yes"), "title": .text(title ?? ""),
    ]
  }

  private static func word(_ format: MeetingPlan.Format) -> String {
    switch format {
    case .online: "online"
    case .hybrid: "hybrid"
    case .inPerson: "person"
    }
  }
}
