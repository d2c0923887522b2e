import Plugins
import TestKit
import Testing
import Values

/// Places at meetings as a plugin lays them down.
@Suite struct InvitationReaderTests {
  private static func document(_ invitations: String) throws -> JSON {
    try SampleRules.amended([
      (
        "documents: P7D, source: assumption}}",
        "documents: P7D, source: assumption}, invitations: \(invitations)}"
      )
    ])
  }

  private static func codes(_ invitations: String) -> [String] {
    do {
      _ = try PluginFile.load(resolved: document(invitations))
      return []
    } catch {
      return (error as? PluginRefused)?.findings.map(\.failure.code.name) ?? ["\(error)"]
    }
  }

  @Test func `Places by class and a total are read`() throws {
    let rules = try PluginFile.load(
      resolved: Self.document("{seats: {member: 3, observer: 0}, total: 90, source: charter}"))
    let rule = try #require(rules.series("plenary")?.invitations)
    #expect(rule.seats == ["member": 3, "observer": 0] && rule.total == 90)
    #expect(rule.until == nil && rule.late == .accepted)
    #expect(rule.clause.id == "series.plenary.invitations")
    #expect(rules.decidingClauses.map(\.id).contains(rule.clause.id))
    #expect(try SampleRules.rules().series("plenary")?.invitations == nil)
  }

  @Test(arguments: [
    ("until: P14D", InvitationRule.Late.accepted), ("until: P14D, late: refused", .refused),
    ("until: P14D, late: accepted", .accepted),
  ])
  func `The last day and what becomes of whoever is late are read`(
    _ row: (keys: String, late: InvitationRule.Late)
  ) throws {
    let rules = try PluginFile.load(
      resolved: Self.document("{seats: {member: 3}, \(row.keys), source: charter}"))
    let rule = try #require(rules.series("plenary")?.invitations)
    #expect(rule.until == Period("P14D") && rule.late == row.late)
  }

  @Test(arguments: [
    ("{seats: {member: 3}, late: refused, source: assumption}", "key-missing"),
    ("{seats: {member: 3}, until: P7D, late: never, source: assumption}", "choice"),
    ("{seats: {member: 3}}", "key-missing"), ("{source: assumption}", "key-missing"),
    ("{seats: {}, source: assumption}", "list-empty"),
    ("{seats: {friend: 3}, source: assumption}", "key-unknown"),
    ("{seats: {member: many}, source: assumption}", "value-unreadable"),
    ("{seats: {member: 1000}, source: assumption}", "value-out-of-range"),
    ("{seats: {member: 3}, total: 0, source: assumption}", "value-out-of-range"),
  ])
  func `A wrong value is a finding`(_ row: (invitations: String, code: String)) {
    let codes = Self.codes(row.invitations)
    #expect(codes.contains { $0.hasPrefix(row.code) }, "\(codes)")
  }
}
