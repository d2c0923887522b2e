package import Values

/// One letter as a file that any mail program reads: a head, and a plain text in UTF-8.
///
/// ```swift
/// let message = MailMessage(from: office, to: person, subject: "Reminder", at: moment, in: .utc, id: "a@b", body: "…")
/// message.bytes  // an .eml file
/// ```
///
/// The same values give the same bytes. Whatever stands in a name or a title stays within its field: lines
/// end with CR and LF, none has more than 78 characters unless an address alone is longer, and all bytes are ASCII.
/// Source: RFC 5322 (form), RFC 2047 (words of the head), RFC 2045 (body), RFC 3834 (`Auto-Submitted`).
package struct MailMessage: Hashable, Sendable {
  /// Somebody who writes or gets a letter.
  package struct Party: Hashable, Sendable {
    /// Nil for one who is told by the address alone.
    package let name: String?
    package let address: MailAddress

    package init(name: String?, address: MailAddress) {
      (self.name, self.address) = (name, address)
    }
  }

  package let from: Party
  package let to: Party
  package let subject: String
  package let moment: Instant
  package let zone: Zone
  /// Both sides of the `@`, of letters, digits, hyphens and points.
  package let id: String
  /// The tag of the language of subject and body, such as `pt`.
  package let language: String
  /// Lines with LF between them.
  package let body: String

  package init(
    from: Party, to: Party, subject: String, at moment: Instant, in zone: Zone, id: String,
    language: String, body: String
  ) {
    (self.from, self.to, self.subject) = (from, to, subject)
    (self.moment, self.zone, self.id) = (moment, zone, id)
    (self.language, self.body) = (language, body)
  }

  package var bytes: [UInt8] {
    let head = [
      "Date: \(MailDate.text(of: moment, in: zone))", Self.field("From", from),
      Self.field("To", to), MailWords.field("Subject", subject), "Message-ID: <\(id)>",
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable", "Content-Language: \(language)",
      "Auto-Submitted: auto-generated",
    ]
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8)
      + QuotedPrintable.bytes(of: body)
  }

  private static func field(_ name: String, _ party: Party) -> String {
    let address = "<\(party.address.text)>"
    guard let words = party.name, !words.isEmpty else { return "\(name): \(address)" }
    return MailWords.field(name, words) + "\r\n " + address
  }
}

/// The date of a letter by the clocks of a zone.
enum MailDate {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Mon, 02 Nov 2026 00:00:00 +0000`; the zone of a place before it had whole minutes is told to the minute.
  ///
  /// Source: RFC 5322, section 3.3.
  static func text(of moment: Instant, in zone: Zone) -> String {
    let day = zone.day(of: moment)
    let seconds = Int(zone.microseconds(intoDayOf: moment) / 1_000_000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(two).joined(separator: ":")
    let offset = zone.offset(at: moment) / 60
    let sign = offset < 0 ? "-" : "+"
    let shift = two(abs(offset) / 60) + two(abs(offset) % 60)
    let year = String(repeating: "0", count: max(0, 4 - "\(day.year)".utf8.count)) + "\(day.year)"
    return "\(weekdays[day.weekday - 1]), \(two(day.day)) \(months[day.month - 1]) \(year) "
      + "\(clock) \(sign)\(shift)"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
