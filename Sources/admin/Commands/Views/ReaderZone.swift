internal import Governance
internal import Projections
internal import Values

/// The zone whose clocks a reader looks at, as `--zone` names it.
enum ReaderZone {
  static let option = Parameter.option("zone", .text)

  /// The name of the zone; nil where none was asked for.
  ///
  /// - Throws: `option-unreadable` for a zone that the machine does not know.
  static func name(_ invocation: Invocation) throws(Failure) -> String? {
    guard let name = invocation.text("zone") else { return nil }
    guard Zone.named(name) != nil else {
      throw Failure(
        .optionUnreadable,
        ["option": .text("--zone"), "found": .text(name), "expected": .word("expected.zone")])
    }
    return name
  }

  /// When a meeting begins by the clocks of a zone; nil where no time is planned.
  static func text(of meeting: Meeting, in zone: String?) throws(Failure) -> String? {
    guard let zone, let start = meeting.start else { return nil }
    return try start.text(in: zone, .machine)
  }
}
