package import Values

/// Something that the network owes is published.
package struct Publication: EventFacts {
  /// The id of the rule, such as `outcome_report`.
  package let output: String
  /// As the network quotes it, such as `2025/1`.
  package let identifier: String
  package let on: PartialDay
  /// The last day of the period that it covers; nil for the output of a meeting.
  package let periodEnding: Day?

  package init(output: String, identifier: String, on: PartialDay, periodEnding: Day? = nil) {
    self.output = output
    self.identifier = identifier
    self.on = on
    self.periodEnding = periodEnding
  }

  package var data: JSON {
    .object(compacting: [
      ("output", .text(output)), ("identifier", .text(identifier)), ("on", .day(on)),
      ("period_ending", periodEnding.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    output = try reader.text("output")
    identifier = try reader.text("identifier")
    on = try reader.partialDay("on")
    periodEnding = try reader.optional("period_ending", FieldReader.day)
  }
}
