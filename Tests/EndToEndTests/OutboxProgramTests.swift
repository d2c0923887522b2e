import Foundation
import Testing
import Values

/// Letters by the built program: two timers at once, timers that are killed, and a reader that others wrote.
@Suite struct OutboxProgramTests {
  private static let due = "2026-12-31T09:00:00Z"

  /// Six persons in seats whose terms end 60 days after the day due, each with an address.
  private static func with(_ body: (NetworkOnDisk) throws -> Void) throws {
    try NetworkOnDisk.with(history: false) { network in
      for (number, member) in ["PT", "ES", "FR", "IT", "NL", "SE"].enumerated() {
        for words in [
          ["member", "admit", member, "--class", "member"],
          [
            "person", "add", "Ana Conceição \(number)", "--email", "ana\(number)@example.org",
            "--languages", "pt",
          ],
          [
            "seat", "appoint", member, "--kind", "contact_point", "--person", "H-\(number + 1)",
            "--until", "2027-03-01",
          ],
        ] {
          let told = try Program.run(["-C", network.folder] + words)
          guard told.status == 0 else { throw Unprepared(told.talk) }
        }
      }
      try body(network)
    }
  }

  private static func files(_ network: NetworkOnDisk) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: network.file("outbox").path)
    return (names ?? []).filter { $0.hasSuffix(".eml") }.sorted()
  }

  private static func start(_ network: NetworkOnDisk) throws -> Process {
    let process = Program.process(["-C", network.folder, "tick"], at: due)
    (process.standardOutput, process.standardError) = (
      FileHandle.nullDevice, FileHandle.nullDevice
    )
    try process.run()
    return process
  }

  private static func check(_ network: NetworkOnDisk) throws {
    let events = try network.rows("log list --type letter.written", at: due)
    #expect(events.count == 6 && files(network).count == 6)
    let letters = try network.rows("outbox list", at: due).filter { $0["state"] == "written" }
    let named = letters.compactMap { $0["letter"]?.text }
    #expect(Set(named).count == 6)
    for name in named { #expect(files(network).contains { $0.contains(name) }) }
    #expect(try network.run("verify", at: due).status == 0)
  }

  @Test func `Timers that run at once write each letter once`() throws {
    try Self.with { network in
      let timers = try (0..<4).map { _ in try Self.start(network) }
      for timer in timers { timer.waitUntilExit() }
      #expect(timers.allSatisfy { $0.terminationStatus == 0 })
      try Self.check(network)
    }
  }

  @Test func `A timer that is killed at any moment leaves what the next one finishes`() throws {
    try Self.with { network in
      for round in 0..<6 {
        let timer = try Self.start(network)
        let end = ContinuousClock.now + .milliseconds(10 + 25 * round)
        while ContinuousClock.now < end, timer.isRunning {}
        kill(timer.processIdentifier, SIGKILL)
        timer.waitUntilExit()
        // Whatever lies in the folder is whole and on record.
        for name in Self.files(network) {
          let bytes = try Data(contentsOf: network.file("outbox/" + name))
          #expect(bytes.suffix(2) == Data("\r\n".utf8))
        }
      }
      #expect(try network.run("tick", at: Self.due).status == 0)
      try Self.check(network)
    }
  }

  private static let reader = """
    import sys, json, email, email.policy, email.utils
    with open(sys.argv[1], "rb") as f: m = email.message_from_binary_file(f, policy=email.policy.default)
    to = m["To"].addresses[0]
    json.dump({"subject": m["Subject"], "name": to.display_name, "address": to.addr_spec,
      "from": m["From"].addresses[0].addr_spec, "date": m["Date"].datetime.isoformat(),
      "defects": len(m.defects), "body": m.get_content(), "language": m["Content-Language"]}, sys.stdout)
    """

  @Test(.enabled(if: Python.isThere))
  func `A mail program that others wrote reads every letter as it was meant`() throws {
    try Self.with { network in
      #expect(try network.run("tick", at: Self.due).status == 0)
      for name in Self.files(network) {
        let told = try Python.run(Self.reader, [network.file("outbox/" + name).path])
        let read = try JSON(parsing: told)
        let number = try #require(read["address"]?.text?.dropFirst(3).first)
        #expect(read["address"] == .text("ana\(number)@example.org"))
        #expect(read["name"] == .text("Ana Conceição \(number)"))
        #expect(read["date"] == "2026-12-31T00:00:00+01:00" && read["defects"] == 0)
        #expect(read["language"] == "pt" && read["from"] == "no-reply@ejcn.invalid")
        #expect(read["subject"]?.text?.contains("termina em 1 de março de 2027") == true)
        let body = try #require(read["body"]?.text)
        #expect(body.hasPrefix("Cara/o Ana Conceição \(number),\n"))
        #expect(body.contains("60 dias antes desse dia"))
        #expect(body.contains("Rede Judiciária Europeia para o Cibercrime"))
      }
    }
  }
}
