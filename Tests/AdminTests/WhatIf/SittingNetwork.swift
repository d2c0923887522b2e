import Foundation
import Testing
import Values

@testable import admin

/// The EJCN with three members and an open plenary, whose draft of the rules can be changed.
struct SittingNetwork {
  var network: SampleNetwork

  private static let acts = """
    - {do: member admit, member: PT, class: member, effective: 2026-01-10}
    - {do: member admit, member: ES, class: member, effective: 2026-01-10}
    - {do: member admit, member: NL, class: member, effective: 2026-01-10}
    - {do: person add, name: Ana Sousa, languages: [pt], effective: 2026-01-10}
    - {do: meeting plan, series: plenary, from: 2026-03-20, until: 2026-03-27, effective: 2026-02-02}
    - {do: meeting convene, meeting: plenary-1, agenda: [Rules], effective: 2026-02-02}
    - {do: meeting open, meeting: plenary-1, present: [PT, ES, NL], effective: 2026-03-20}

    """

  static func with(_ body: (SittingNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      let acts = try network.file("acts.yaml", acts)
      let told = network.run("import \(acts) -q")
      #expect(told.status == .done, "\(told.talk)")
      // The cases of the first rules are promises that the amended ones do not keep.
      try? FileManager.default.removeItem(atPath: network.folder + "/cases.yaml")
      try body(SittingNetwork(network: network))
    }
  }

  var draft: String { network.folder + "/network.yaml" }
  var log: Data { get throws { try Data(contentsOf: URL(filePath: network.folder + "/log.db")) } }

  /// Replaces words of a file of the folder; the words must stand there.
  func edit(_ edits: [(String, String)], to name: String = "network.yaml") throws {
    var text = try String(contentsOfFile: draft, encoding: .utf8)
    for (old, new) in edits {
      try #require(text.contains(old), "\(old) stands in the draft")
      text = text.replacingOccurrences(of: old, with: new)
    }
    try Data(text.utf8).write(to: URL(filePath: network.folder + "/" + name))
  }

  /// A default majority of more than 2/3, in the version 1.1.0.
  static let strict = [
    ("version: 1.0.0", "version: 1.1.0"),
    ("default: {first: consensus, more_than: 1/2", "default: {first: consensus, more_than: 2/3"),
  ]

  func vote(_ inFavour: Int, against: Int, digest: String? = nil, on day: String = "2026-03-20")
    -> Outcome
  {
    let matter = digest.map { "--matter rules --digest \($0)" } ?? ""
    return network.run(
      "deliberation record plenary-1 --title Matter --for \(inFavour) --against \(against) "
        + "--effective \(day) \(matter) --json")
  }

  /// The digest of the draft.
  func digest() throws -> String {
    try #require(network.json("plan")["planned"]?["digest"]?.text)
  }
}
