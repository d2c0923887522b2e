import Foundation
import Testing
import Values

@testable import admin

/// A folder with a plugin and its cases, gone with the test.
final class CasesFolder {
  let path: String

  static let plugin = """
    format: plugin/1
    id: sample
    version: 1.0.0
    languages: [en]
    timezone: UTC
    recording_since: 2026-01-01
    title: {en: Sample}
    basis: {charter: Charter of the sample network}
    founding: {on: 2020-05-14, instrument: Charter, source: charter}
    governance:
      membership:
        classes:
          member: {may: [attend, speak, propose, vote, stand, receive, host], source: charter}
      bodies:
        plenary:
          title: {en: Plenary}
          composition: plenary
          quorum: {more_than: 1/2, of: members, source: assumption}
          decides:
            default: {more_than: 1/2, of: all_members, abstentions: counted, tie: rejected, source: charter}
      series:
        plenary: {title: {en: Plenary}, body: plenary}

    """

  static let fixture = """
    fixtures:
      open:
        - {do: member admit, member: PT, class: member, effective: 2026-01-10}
        - {do: member admit, member: ES, class: member, effective: 2026-01-10}
        - {do: member admit, member: FR, class: member, effective: 2026-01-10}
        - {do: meeting plan, series: plenary, from: 2026-03-20, effective: 2026-02-01, as: m}
        - {do: meeting convene, meeting: $m, agenda: [One], effective: 2026-02-02}
        - {do: meeting open, meeting: $m, present: [PT, ES], effective: 2026-03-20}

    """

  /// Two cases of which the second expects what the rules do not say.
  static let cases = """
    tests:
      - name: two of all three adopt
        given: {fixture: open}
        on: 2026-03-20
        when: {do: deliberation record, meeting: $m, title: Website, for: 2}
        then: {outcome: adopted, needed: 2}
      - name: one of two present adopts
        given: {fixture: open}
        on: 2026-03-20
        when: {do: deliberation record, meeting: $m, title: Website, for: 1}
        then: {outcome: adopted}

    """

  static let passing = cases.replacing(
    "then: {outcome: adopted}", with: "then: {outcome: rejected}")

  init(_ plugin: String = plugin, cases: String? = fixture + cases) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    try write(plugin, to: "network.yaml")
    if let cases { try write(cases, to: "cases.yaml") }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: URL(filePath: "\(path)/\(name)"), encoding: .utf8)
  }

  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  func run(_ line: String, language: String? = nil) -> Outcome {
    let words = line.split(separator: " ").map { String($0) }
    let tongue = language.map { ["--lang", $0] } ?? []
    return Outcome(
      ["-C", path] + words + tongue, ["ACTA_NOW": "2026-11-23"], ScriptedTerminal(), tree: .all)
  }

  /// The line of a file of the folder, counted from 1, in which words stand first.
  func line(of words: String, in name: String) throws -> Int {
    let lines = try text(of: name).split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(words) }) + 1
  }
}
