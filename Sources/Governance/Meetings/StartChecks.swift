import Plugins
import Values

/// What is asked of the planned time of a meeting, its zone and its link.
enum StartChecks {
  /// Fields of the acts that plan a meeting or move it.
  static let fields: [ActField] = [
    .optional("starts", .time), .optional("zone", .text), .optional("link", .text),
  ]

  /// A zone as somebody writes it: letters, digits and `/_+-`.
  static func zone(_ input: ActInput) throws(Failure) -> String? {
    guard let zone = try input.optional("zone", ActInput.text) else { return nil }
    let isPlain =
      zone.utf8.count <= 60 && zone.first != "/"
      && zone.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/_+-".contains($0)) }
    guard isPlain else { throw input.malformed("zone", zone, "expected.zone") }
    return zone
  }

  /// A link of one line, of the web.
  static func link(_ input: ActInput) throws(Failure) -> String? {
    guard let link = try input.optional("link", ActInput.text) else { return nil }
    let isOfWeb = ["https://", "http://"].contains { link.hasPrefix($0) && link.count > $0.count }
    guard isOfWeb, link.utf8.count <= 500, !link.contains(where: \.isWhitespace) else {
      throw input.malformed("link", link, "form.link")
    }
    return link
  }

  /// A zone is one that the zone data of the machine know; without data nobody can tell.
  static func checkKnown(_ zone: String?) throws(Refusal) {
    guard let zone, let fault = PluginFile.zoneFault(in: zone), fault.code == .zoneUnknown else {
      return
    }
    let nearest = fault.values["nearest"]
    throw Refusal(
      .meetingZoneUnknown, ["zone": .text(zone)],
      ways: [
        nearest == .text("")
          ? Note("write-zone") : Note("use-zone", ["zone": nearest ?? .text("")])
      ])
  }

  /// A zone says nothing without a time, and a meeting in one place has no link.
  static func check(
    starts: TimeOfDay?, zone: String?, link: String?, _ format: MeetingPlan.Format?
  ) throws(Refusal) {
    if let zone, starts == nil {
      throw Refusal(
        .zoneWithoutTime, ["zone": .text(zone)], ways: [Note("give-start")])
    }
    guard link == nil || format != .inPerson else {
      throw Refusal(.linkInPerson, ways: [Note("give-remote-format")])
    }
  }
}

extension RefusalCode {
  static let meetingZoneUnknown = RefusalCode("meeting-zone-unknown", exit: .badData)
  static let zoneWithoutTime = RefusalCode("zone-without-time", exit: .badData)
  static let linkInPerson = RefusalCode("link-in-person", exit: .badData)
}
