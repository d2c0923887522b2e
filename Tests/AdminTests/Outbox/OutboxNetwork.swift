import Foundation
import Testing
import Values

@testable import admin

/// A founded network with persons in seats, and the folder of its letters.
struct OutboxNetwork {
  let network: SampleNetwork

  var folder: String { network.folder + "/outbox" }

  /// PT has two contact points whose terms end on 1 March 2027: Ana, who reads Portuguese, and Bea without an address.
  static func with(_ body: (OutboxNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      let stage = OutboxNetwork(network: network)
      for line in [
        "member admit PT --class member --effective 2016-11-24",
        "person add 'Ana Sousa Conceição' --email ana@example.org --languages pt",
        "person add 'Bea Example'",
        "seat appoint PT --kind contact_point --person H-1 --until 2027-03-01",
        "seat appoint PT --kind contact_point --person H-2 --until 2027-03-01",
      ] {
        #expect(stage.run(line + " -q").status == .done, "\(line)")
      }
      try body(stage)
    }
  }

  @discardableResult
  func run(_ line: String, at now: String = "2026-11-23") -> Outcome {
    var network = network
    network.now = now + "T09:00:00Z"
    return network.run(line)
  }

  func json(_ line: String, at now: String = "2026-11-23") throws -> JSON {
    try JSON(parsing: run(line + " --json", at: now).output)
  }

  /// The letters that lie in the folder, by name.
  func files(in folder: String? = nil) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder ?? self.folder)
    return (names ?? []).filter { $0.hasSuffix(".eml") }.sorted()
  }

  var staged: [String] { files(in: folder + "/.staged") }

  func bytes(_ name: String) throws -> Data {
    try #require(FileManager.default.contents(atPath: folder + "/" + name))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  var eventCount: Int { (try? json("log list").list?.count) ?? -1 }
}
