import Governance
import Values

/// What the network has published of what it owes, after a meeting or for a period.
enum PublicationView {
  static let definition = ViewDefinition(
    "publication", revision: 1,
    columns: [
      .text("output"), .text("identifier"), .text("meeting"), .day("period_ending"),
      .partialDay("on"),
    ],
    key: ["output", "identifier"],
    order: [.ascending("on"), .ascending("output"), .natural("identifier")])

  /// A publication that is recorded twice under one identifier shows once, as recorded first.
  static func rows(_ publications: [Recorded<Publication>], meeting: String?) -> [ViewRow] {
    var seen: Set<[String]> = []
    return publications.compactMap { publication in
      let facts = publication.facts
      guard seen.insert([facts.output, facts.identifier]).inserted else { return nil }
      let values: [JSON] = [
        .text(facts.output), .text(facts.identifier), .orNull(meeting),
        .orNull(facts.periodEnding), .orNull(facts.on),
      ]
      return ViewRow(values, event: publication.position)
    }
  }
}

/// The publications of one meeting.
enum MeetingPublicationView: EntityView {
  static let definition = PublicationView.definition

  static func rows(of meeting: Meeting, on day: Day) -> [ViewRow] {
    PublicationView.rows(meeting.reports, meeting: meeting.id.text)
  }
}

/// The publications of an output that is owed for each period.
enum OutputPublicationView: EntityView {
  static let definition = PublicationView.definition

  static func rows(of output: Output, on day: Day) -> [ViewRow] {
    PublicationView.rows(output.publications, meeting: nil)
  }
}
