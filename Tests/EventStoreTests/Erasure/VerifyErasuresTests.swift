import Testing
import Values

@testable import EventStore

/// What `verify` says of words that were taken away, with and without an act.
@Suite struct VerifyErasuresTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  private func findings(erased: [String]) throws -> [Flaw] {
    try Verifier.verify(directory: scratch.path, erasures: { _ in erased.map { ($0, 4) } }).findings
  }

  private func withLog(_ body: (Log) throws -> Void) throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    defer { log.close() }
    try body(log)
  }

  @Test func `A log without erasures has nothing to say of them`() throws {
    #expect(try findings(erased: []) == [])
  }

  @Test func `A finished erasure is in order`() throws {
    try withLog { try $0.finishErasure(of: "H-1") }
    #expect(try findings(erased: ["H-1"]) == [])
  }

  @Test func `An erasure that was only recorded is not finished`() throws {
    #expect(try findings(erased: ["H-1"]) == [Flaw(reason: .erasure, position: 4)])
  }

  @Test func `An erasure whose key is left is not finished`() throws {
    try withLog { log in try log.write(now: nine) { _ = try $0.scrub(subject: "H-1") } }
    #expect(try findings(erased: ["H-1"]) == [Flaw(reason: .erasure, position: 4)])
  }

  @Test func `An erasure whose ciphertexts are left is not finished`() throws {
    try withLog { try $0.destroyKey(of: "H-1") }
    #expect(try findings(erased: ["H-1"]) == [Flaw(reason: .erasure, position: 4)])
  }

  @Test func `Words that were overwritten without an act are found`() throws {
    try withLog { try $0.finishErasure(of: "H-1") }
    #expect(try findings(erased: []) == [Flaw(reason: .scrubbed, position: 4)])
    #expect(try findings(erased: ["H-2"]) == [Flaw(reason: .scrubbed, position: 4)])
  }

  @Test func `One field that was overwritten is enough`() throws {
    try scratch.run(
      "UPDATE sealed SET nonce = NULL, ciphertext = NULL WHERE position = 4 AND slot = 'mail'")
    #expect(try findings(erased: []) == [Flaw(reason: .scrubbed, position: 4)])
  }

  @Test func `A copy without keys is held to its ciphertexts alone`() throws {
    try withLog { log in try log.write(now: nine) { _ = try $0.scrub(subject: "H-1") } }
    try scratch.remove("keys.db")
    #expect(try findings(erased: ["H-1"]) == [])
  }

  @Test func `What stops the reading of the erasures is a finding`() throws {
    let result = try Verifier.verify(
      directory: scratch.path,
      erasures: { _ in throw Failure(.databaseDamaged, ["file": .text("log.db")]) })
    #expect(result.findings.map(\.reason) == [.erasure])
  }

  @Test func `A copy in one file is verified without a file beside it`() throws {
    let copy = try Scratch()
    try withLog { try $0.finishErasure(of: "H-1") }
    try copy.write(try scratch.bytes(of: "log.db"), to: "log.db")
    #expect(try Verifier.verify(directory: copy.path, isStill: true).isWhole)
    #expect(try copy.files().keys.sorted() == ["log.db"])
  }
}
