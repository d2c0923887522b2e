import Governance
import Testing
import Values

@Suite struct CorrectionTests {
  private let correction = Correction(
    corrects: 7, changes: JSON.Fields([("class", "member")]), effective: Day("2026-02-01"),
    strikes: false, reason: "The list says so")

  @Test func `It reads back equal under its own name, in its first schema`() throws {
    #expect(try Correction(type: Correction.type, data: correction.data) == correction)
    #expect(correction.schema == 1)
  }

  @Test(arguments: ["member.admitted", "event.correct", ""])
  func `Under another name it is not read`(_ type: String) throws {
    let failure = try #require(throws: Failure.self) {
      try Correction(type: type, data: correction.data)
    }
    #expect(failure.code.name == "event-unknown")
  }

  @Test(arguments: ["corrects", "strikes", "reason"])
  func `Without what it must say it is not read`(_ name: String) throws {
    var fields = try #require(correction.data.fields)
    fields[name] = nil
    let data = JSON.object(fields)
    let failure = try #require(throws: Failure.self) { try Correction(data: data) }
    #expect(failure.code == .eventUnreadable)
    #expect(failure.values["field"] == .text(name))
  }

  @Test func `New values take the place of the old ones, and the others stay`() {
    #expect(
      correction.corrected(["class": "observer", "from": "2026"])
        == ["class": "member", "from": "2026"])
  }
}
