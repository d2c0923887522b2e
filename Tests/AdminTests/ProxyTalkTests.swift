import Foundation
import Testing
import Values

@testable import admin

/// Proxies on the command line, in each language.
@Suite struct ProxyTalkTests {
  private static let rule = "proxies: {per_holder: 1, quorum: false, source: assumption}"

  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    let network = SampleNetwork(folder: root.path)
    #expect(Outcome(["init", "--template", plugin, root.path], [:], tree: .all).status == .done)
    let file = root.appending(path: "network.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let amended = text.replacing(
      "  bodies:\n    plenary:\n", with: "  bodies:\n    plenary:\n      \(rule)\n")
    #expect(amended != text)
    try Data(amended.utf8).write(to: file)
    try? FileManager.default.removeItem(at: root.appending(path: "cases.yaml"))
    let founded = network.run("apply --founding")
    #expect(founded.status == .done, "\(founded.talk)")
    for member in ["PT", "ES", "FR"] {
      #expect(network.run("member admit \(member) --class member").status == .done)
    }
    try body(network)
  }

  @Test func `A proxy is given, listed, shown and taken back`() throws {
    try Self.with { network in
      let given = network.run("proxy give ES --holder PT --body plenary --until 2027-12-31")
      #expect(given.status == .done, "\(given.talk)")
      let row = try #require(try network.json("proxy show X-1").fields)
      #expect(row["giver"] == "ES" && row["holder"] == "PT" && row["state"] == "open")
      #expect(row["until"] == "2027-12-31" && row["presence"] == false)
      #expect(network.run("proxy revoke X-1 --time 11:30").status == .done)
      let list = try network.json("proxy list").list
      #expect(list?.count == 1 && list?.first?["state"] == "revoked")
      #expect(list?.first?["revoked_at"] == "11:30")
      #expect(network.run("proxy revoke X-1").status == .refused)
    }
  }

  @Test(arguments: [
    ("en", "PT would hold 2 proxies at one time; 1 are allowed.", "Name another member with"),
    ("pt", "PT deteria 2 procurações ao mesmo tempo; são permitidas 1.", "Indique outro membro em"),
    ("es", "PT tendría 2 delegaciones de voto a la vez; se permiten 1.", "Indique otro miembro en"),
  ])
  func `One proxy too many is refused with clause and way out`(
    _ row: (language: String, what: String, way: String)
  ) throws {
    try Self.with { network in
      #expect(network.run("proxy give ES --holder PT --body plenary").status == .done)
      let refused = network.run(
        "proxy give FR --holder PT --body plenary --lang \(row.language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(row.what), "\(refused.talk)")
      #expect(refused.talk.contains("bodies.plenary.proxies"))
      #expect(refused.talk.contains(row.way))
      let list = try network.json("proxy list").list
      #expect(list?.count == 1)
    }
  }
}
