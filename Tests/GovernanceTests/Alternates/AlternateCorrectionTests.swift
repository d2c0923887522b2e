import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Mistakes about alternates are mended as any other: the record stays, and what follows from it changes.
@Suite struct AlternateCorrectionTests {
  private let seat = ["PT.contact_point.1"]

  /// PT in a sitting plenary, with a holder, two alternates, and the holder recorded as away on the day.
  private func network() throws -> (network: SampleNetwork, away: Int64, named: Int64) {
    let network = try SampleNetwork.sitting()
    for name in ["Ana", "Rui", "Eva"] { try network.record("person add", ["name": [name]]) }
    try network.record(
      "seat appoint", ["member": ["PT"], "kind": ["contact_point"], "person": ["H-1"]],
      on: "2026-02-01")
    let named = try network.record(
      "alternate appoint", ["seat": seat, "person": ["H-2"]], on: "2026-02-01")
    try network.record("alternate appoint", ["seat": seat, "person": ["H-3"]], on: "2026-02-01")
    let away = try network.record("seat excuse", ["seat": seat], on: "2026-03-19")
    return (
      network, try #require(away.events.first?.position), try #require(named.events.first?.position)
    )
  }

  private func verdict(_ voter: String, in network: SampleNetwork) throws -> Verdict {
    try network.record(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["A matter"], "names": ["PT=for", "ES=for"],
        "voters": ["PT=\(voter)"],
      ], on: "2026-03-20"
    ).verdict
  }

  @Test func `An absence that was none is struck, and the holder votes again`() throws {
    let (network, away, _) = try network()
    #expect(try verdict("H-1", in: network) == .refused)
    try network.record(
      "event correct", ["event": ["\(away)"], "strike": ["true"], "reason": ["It was there"]])
    #expect(try verdict("H-1", in: network) == .accepted)
    #expect(try verdict("H-2", in: network) == .refused)
  }

  @Test func `An alternate that was struck does not act, and the next one does`() throws {
    let (network, _, named) = try network()
    #expect(try verdict("H-2", in: network) == .accepted)
    try network.record(
      "event correct", ["event": ["\(named)"], "strike": ["true"], "reason": ["Not named"]])
    #expect(try verdict("H-3", in: network) == .accepted)
    #expect(try verdict("H-2", in: network) == .refused, "who is struck has no part in the seat")
  }

  @Test func `A place that was written wrongly is corrected, and the order changes`() throws {
    let (network, _, named) = try network()
    try network.record(
      "event correct",
      ["event": ["\(named)"], "set": ["rank=9"], "reason": ["A slip"]])
    #expect(try verdict("H-3", in: network) == .accepted)
    #expect(try verdict("H-2", in: network) == .refused)
  }

  @Test func `An absence recorded with its end is over on that day`() throws {
    let network = try SampleNetwork.sitting()
    try network.record("person add", ["name": ["Ana"]])
    try network.record(
      "seat appoint", ["member": ["PT"], "kind": ["contact_point"], "person": ["H-1"]],
      on: "2026-02-01")
    try network.record(
      "seat excuse", ["seat": seat, "until": ["2026-03-20"]], on: "2026-03-01")
    #expect(try verdict("H-1", in: network) == .accepted)
  }

  @Test func `A successor in the seat is not away because its predecessor was`() throws {
    let (network, _, _) = try network()
    try network.record("person add", ["name": ["Ida"]])
    try network.record("seat replace", ["seat": seat, "person": ["H-4"]], on: "2026-03-20")
    #expect(try verdict("H-4", in: network) == .accepted)
    #expect(try verdict("H-2", in: network) == .refused)
  }

  @Test func `With the seat vacant the first alternate acts, until somebody is appointed`() throws {
    let (network, _, _) = try network()
    try network.record("person add", ["name": ["Ida"]])
    try network.record("seat end", ["seat": seat, "reason": ["left"]], on: "2026-03-20")
    #expect(try verdict("H-2", in: network) == .accepted)
    try network.record(
      "seat appoint", ["member": ["PT"], "kind": ["contact_point"], "person": ["H-4"]],
      on: "2026-03-20")
    #expect(try verdict("H-2", in: network) == .refused)
    #expect(try verdict("H-4", in: network) == .accepted)
  }

  @Test func `An erased person is named no alternate`() throws {
    let (network, _, _) = try network()
    try network.record("person add", ["name": ["Ida"]])
    try network.record("person erase", ["person": ["H-4"], "basis": ["Article 17"]])
    let answer = try network.record("alternate appoint", ["seat": seat, "person": ["H-4"]])
    #expect(answer.reasons.refusals.map(\.code) == ["person-erased"])
  }

  @Test func `The log of it verifies, with every state beside it`() throws {
    let (network, away, _) = try network()
    try network.record(
      "event correct", ["event": ["\(away)"], "strike": ["true"], "reason": ["It was there"]])
    let result = try Verifier.verify(directory: network.folder.path, checkState: FoldCheck.holds)
    #expect(result.isWhole && result.findings.isEmpty)
  }
}
