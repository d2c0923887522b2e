import Testing
import Values

@testable import Publishing

/// A letter as a file: its head, its folding, and that nothing gets out of its field.
@Suite struct MailMessageTests {
  private static func address(_ text: String) throws -> MailAddress {
    try #require(MailAddress(text))
  }

  private func message(
    subject: String = "Reminder", name: String? = "Ana Sousa", body: String = "Dear Ana,\n\nText.\n"
  ) throws -> MailMessage {
    MailMessage(
      from: .init(name: "Rede Judiciária", address: try Self.address("office@example.org")),
      to: .init(name: name, address: try Self.address("ana@example.org")), subject: subject,
      at: try #require(Instant("2026-12-02T00:00:00Z")), in: .utc, id: "abc@ejcn.acta.invalid",
      language: "pt", body: body)
  }

  private func text(_ message: MailMessage) -> String {
    String(decoding: message.bytes, as: UTF8.self)
  }

  @Test func `The same values give these bytes`() throws {
    #expect(
      text(try message())
        == [
          "Date: Wed, 02 Dec 2026 00:00:00 +0000",
          "From: =?UTF-8?B?UmVkZSBKdWRpY2nDoXJpYQ==?=", " <office@example.org>",
          "To: Ana Sousa", " <ana@example.org>", "Subject: Reminder",
          "Message-ID: <abc@ejcn.acta.invalid>", "MIME-Version: 1.0",
          "Content-Type: text/plain; charset=utf-8",
          "Content-Transfer-Encoding: quoted-printable", "Content-Language: pt",
          "Auto-Submitted: auto-generated", "", "Dear Ana,", "", "Text.", "",
        ].joined(separator: "\r\n"))
  }

  @Test func `Somebody without a name is told by the address alone`() throws {
    #expect(text(try message(name: nil)).contains("\r\nTo: <ana@example.org>\r\n"))
    #expect(text(try message(name: "")).contains("\r\nTo: <ana@example.org>\r\n"))
  }

  @Test(arguments: [
    "Reminder\r\nBcc: everybody@example.org", "Reminder\nX", "a\u{0}b", "Ana\" <x@y>", "(comment)",
    "=?UTF-8?B?eA==?=", "Olá", String(repeating: "long ", count: 300),
    String(repeating: "ação", count: 400), "👩‍⚖️ juíza", " leading", "trailing ", "a,b;c:d",
  ])
  func `Whatever stands in a title or a name, lines are plain, short and no more than there are`(
    _ words: String
  ) throws {
    let bytes = try message(subject: words, name: words, body: words + "\n").bytes
    #expect(bytes.allSatisfy { $0 == 0x0D || $0 == 0x0A || (0x20...0x7E).contains($0) })
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") && !$0.contains("\r") })
    let head = lines.prefix { !$0.isEmpty }
    let names = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
    #expect(
      names == [
        "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted",
      ])
  }

  /// Expected values by `base64.b64encode` of Python.
  @Test(arguments: [
    ("Reunião", ["=?UTF-8?B?UmV1bmnDo28=?="]), ("Plenary meetings", ["Plenary meetings"]),
    ("Ana 'A' Sousa, Dr.", ["=?UTF-8?B?QW5hICdBJyBTb3VzYSwgRHIu?="]), ("", ["=?UTF-8?B??="]),
    (
      "O seu mandato no lugar PT.contact_point.1 termina em 31 de janeiro de 2027",
      [
        "=?UTF-8?B?TyBzZXUgbWFuZGF0byBubyBsdWdhciBQVC5jb250YWN0X3BvaW50LjEg?=",
        " =?UTF-8?B?dGVybWluYSBlbSAzMSBkZSBqYW5laXJvIGRlIDIwMjc=?=",
      ]
    ),
  ])
  func `Words stand as they are where they are plain, else encoded and folded`(
    _ row: (text: String, lines: [String])
  ) {
    #expect(
      MailWords.field("Subject", row.text) == "Subject: " + row.lines.joined(separator: "\r\n"))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `The test vectors of RFC 4648 hold`(_ row: (text: String, encoded: String)) {
    #expect(MailWords.base64(Array(row.text.utf8)) == row.encoded)
  }

  @Test(arguments: [
    ("", ""), ("plain\n", "plain\r\n"), ("no end", "no end\r\n"), ("a\n\nb\n", "a\r\n\r\nb\r\n"),
    ("Cara/o João,\nfim \n", "Cara/o Jo=C3=A3o,\r\nfim=20\r\n"), ("1+1=2\n", "1+1=3D2\r\n"),
    ("tab\there\t\n", "tab\there=09\r\n"), ("\r\n", "=0D\r\n"),
    (String(repeating: "x", count: 76) + "\n", String(repeating: "x", count: 76) + "\r\n"),
    (
      String(repeating: "x", count: 77) + "\n",
      String(repeating: "x", count: 75) + "=\r\nxx\r\n"
    ),
    (
      String(repeating: "é", count: 26),
      String(repeating: "=C3=A9", count: 12) + "=C3=\r\n=A9"
        + String(repeating: "=C3=A9", count: 12)
        + "=\r\n=C3=A9\r\n"
    ),
  ])
  func `A body is quoted so that it comes through as it was`(_ row: (text: String, quoted: String))
  {
    #expect(String(decoding: QuotedPrintable.bytes(of: row.text), as: UTF8.self) == row.quoted)
  }

  @Test(arguments: [
    ("2026-02-01T00:00:00Z", "Sun, 01 Feb 2026 00:00:00 +0000"),
    ("2026-06-30T23:00:00Z", "Wed, 01 Jul 2026 00:00:00 +0100"),
    ("2026-12-31T23:59:59Z", "Thu, 31 Dec 2026 23:59:59 +0000"),
  ])
  func `A date is that of the clocks of the zone, with how far they are from UTC`(
    _ row: (moment: String, text: String)
  ) throws {
    let lisbon = Zone(transitions: [], before: 0, rule: ZoneRule("WET0WEST,M3.5.0/1,M10.5.0"))
    #expect(MailDate.text(of: try #require(Instant(row.moment)), in: lisbon) == row.text)
  }

  @Test func `West of UTC the sign is a minus, and half an hour counts`() throws {
    let moment = try #require(Instant("2026-12-02T00:00:00Z"))
    let west = Zone(transitions: [], before: -12_600, rule: nil)
    #expect(MailDate.text(of: moment, in: west) == "Tue, 01 Dec 2026 20:30:00 -0330")
    let east = Zone(transitions: [], before: 20_700, rule: nil)
    #expect(MailDate.text(of: moment, in: east) == "Wed, 02 Dec 2026 05:45:00 +0545")
  }
}
