package import Governance
internal import Plugins
package import Values

/// Meetings as a file that calendar programs read.
///
/// The same log gives the same bytes. A time stands with its zone and the zone with its changes, so that it is nine
/// in The Hague and ten in Athens on either side of a change of the clocks. A meeting keeps its name (`UID`), counts
/// its changes (`SEQUENCE`), and one that was called off says so.
///
/// Source: RFC 5545 (form); RFC 5546, sections 3.2.1 and 3.2.5 (`METHOD`).
package struct CalendarPaper {
  private let meetings: [DatedMeeting]
  private let reader: String?
  private let isPublic: Bool
  private let zones: ZoneSource
  private let catalogue: Catalogue

  /// - Parameters:
  ///   - meetings: At least one.
  ///   - reader: The zone in which times are told; nil for that of each meeting.
  ///   - isPublic: Whether everybody may read it, so that no link stands in it.
  ///   - zones: Where zones come from.
  ///   - catalogue: The words.
  package init(
    _ meetings: [DatedMeeting], in reader: String?, isPublic: Bool, _ zones: ZoneSource,
    _ catalogue: Catalogue
  ) {
    (self.meetings, self.reader, self.isPublic) = (meetings, reader, isPublic)
    (self.zones, self.catalogue) = (zones, catalogue)
  }

  /// The whole file; its lines end with CR and LF and have 75 octets at most.
  ///
  /// - Throws: `zone-missing` when there are no data of a zone: install the system's package of time zones.
  package func text() throws(Failure) -> String {
    var events: [String] = []
    for dated in meetings { events += try event(dated) }
    let isCancelled = meetings.allSatisfy { $0.meeting.cancellation != nil }
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Acta//Meetings//EN", "CALSCALE:GREGORIAN",
      "METHOD:\(isCancelled ? "CANCEL" : "PUBLISH")",
    ]
    let zones = try zoneLines()
    return (head + zones + events + ["END:VCALENDAR"]).map(CalendarLine.folded).joined()
  }

  // MARK: - Zones

  private func zoneName(of start: PlannedStart) -> String { reader ?? start.zone }

  /// Each zone in which a time stands, by name, for the years of these times.
  private func zoneLines() throws(Failure) -> [String] {
    var days: [String: [Day]] = [:]
    for start in meetings.compactMap(\.meeting.start) {
      days[zoneName(of: start), default: []].append(start.day)
    }
    var lines: [String] = []
    for (name, used) in days.sorted(by: { $0.key < $1.key }) where name != "UTC" {
      guard let first = used.min(), let last = used.max() else { continue }
      lines += CalendarZone(name: name, zone: try zones.zone(name))
        .lines(from: first, until: last)
    }
    return lines
  }

  // MARK: - One meeting

  private func event(_ dated: DatedMeeting) throws(Failure) -> [String] {
    let (meeting, head) = (
      dated.meeting, PaperHead(dated.meeting, under: dated.rules, sources: [:], in: catalogue)
    )
    let network = head.name(dated.rules.title)
    let summary = catalogue.text(
      "calendar.summary", ["network": .text(network), "meeting": .text(head.subtitle)])
    let description = description(of: meeting)
    let sender = dated.rules.sender.map { "mailto:\($0)" } ?? "invalid:nomail"
    var lines = [
      "BEGIN:VEVENT", "UID:\(dated.id)@\(dated.rules.id)",
      "DTSTAMP:\(CalendarStamp.utc(dated.changed))", "SEQUENCE:\(dated.revision)",
      "STATUS:\(Self.status(of: meeting))", "CLASS:\(isPublic ? "PUBLIC" : "PRIVATE")",
    ]
    lines += try times(of: dated)
    lines.append("SUMMARY;LANGUAGE=\(catalogue.language.rawValue):\(CalendarLine.text(summary))")
    if let place = meeting.place { lines.append("LOCATION:\(CalendarLine.text(place))") }
    if !description.isEmpty { lines.append("DESCRIPTION:\(CalendarLine.text(description))") }
    lines.append("ORGANIZER;CN=\(CalendarLine.quoted(network)):\(sender)")
    return lines + ["END:VEVENT"]
  }

  private static func status(of meeting: Meeting) -> String {
    switch meeting.stage {
    case .planned: "TENTATIVE"
    case .cancelled: "CANCELLED"
    case .convened, .open, .closed, .held: "CONFIRMED"
    }
  }

  /// How one attends, and the link for those who are invited.
  private func description(of meeting: Meeting) -> String {
    let format = meeting.format.map {
      catalogue.text("document.format-value", ["format": .text($0.rawValue)])
    }
    let link = meeting.link.map { catalogue.text("document.link") + ": " + $0 }
    return [format, isPublic ? nil : link].compactMap(\.self).joined(separator: "\n")
  }

  /// Whole days where no time is planned, else the beginning.
  ///
  /// With a time, the beginning; the end is that of the last day where the meeting
  /// has several, and is not told of a single one, since nobody planned it.
  private func times(of dated: DatedMeeting) throws(Failure) -> [String] {
    let last = dated.meeting.until?.last ?? dated.day
    let after = Day(number: max(last, dated.day).number + 1)
    guard let start = dated.meeting.start else {
      return [
        "DTSTART;VALUE=DATE:\(CalendarStamp.day(dated.day))",
        "DTEND;VALUE=DATE:\(CalendarStamp.day(after))",
      ]
    }
    let own = try zones.zone(start.zone)
    let begins = try time("DTSTART", own.moment(on: start.day, at: start.time), start)
    return last > dated.day ? [begins, try time("DTEND", own.start(of: after), start)] : [begins]
  }

  private func time(
    _ property: String, _ moment: Instant, _ start: PlannedStart
  ) throws(Failure) -> String {
    let name = zoneName(of: start)
    guard name != "UTC" else { return "\(property):\(CalendarStamp.utc(moment))" }
    let offset = try zones.zone(name).offset(at: moment)
    return "\(property);TZID=\(name):\(CalendarStamp.local(moment, offset: offset))"
  }
}
