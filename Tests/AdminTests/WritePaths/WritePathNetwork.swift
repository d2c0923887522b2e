import EventStore
import Foundation
import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import admin

/// A network under the sample rules, in which nobody called `nobody` may do anything.
struct WritePathNetwork {
  let folder: String

  /// The rules: every type of event is guarded, and an erasure needs two persons.
  static let text =
    SampleRules.text + "\n" + SampleRules.procedures + "\n" + written(SampleRules.text) + "\n"

  /// The next version of them, for an amendment.
  static let amended: String = {
    let next = SampleRules.text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line -> [String] in
        if line.hasPrefix("version:") { return ["version: 1.1.0"] }
        if line.contains("elected: {min: 2,") {
          return [
            String(line).replacing(
              "one_per_member: true,", with: "one_per_member: true, \(SampleHistory.ballot),")
          ]
        }
        if line.contains("programme: {more_than: 1/2,") {
          return [
            String(line).replacing("tie: rejected,", with: "tie: rejected, choice: plurality,")
          ]
        }
        if line.contains("title: {en: Board}") {
          return [String(line), "      proxies: {per_holder: 1, quorum: false, source: charter}"]
        }
        if line.contains("plenary: {title: {en: Plenary meetings}") {
          return [
            String(line).replacing(
              "source: assumption}}",
              with: "source: assumption}, invitations: {seats: {member: 3}, source: assumption}}")
          ]
        }
        guard line.contains("observer: {may:") else { return [String(line)] }
        return [String(line), "      guest: {may: [attend], source: charter}"]
      }.joined(separator: "\n")
    return next + "\n" + SampleRules.procedures + "\n" + SampleRules.motions + "\n" + written(next)
      + "\n"
  }()

  private static func written(_ text: String) -> String {
    let types = BuiltInEvents.types + ["sample.visit.paid"]
    return """
      two_persons: {acts: [person_erase], within: P7D, source: assumption}
      parameters: {lead_time: {type: period, title: {en: Lead}, default: P14D, max: P2M, source: charter}}
      events:
        sample.visit.paid:
          version: 1
          title: {en: Visit paid}
          payload: {type: object, properties: {host: {type: string, ref: member}}}
      roles: {clerk: {grants: [sample.visit.paid], who: {named: true}, source: charter}}
      guards:
        - id: visit.hosted
          on: [sample.visit.paid]
          require: has(payload.host)
          message: {en: A visit has a host.}
          waiver: {by: [secretariat]}
          source: charter
        - id: nobody-acts
          on: [\(types.joined(separator: ", "))]
          require: actor.id != 'nobody'
          severity: deny
          message: {en: Nobody may do that.}
          source: assumption
      """
  }

  static func with(_ body: (WritePathNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "network")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let network = WritePathNetwork(folder: folder.path)
    _ = try network.file("network.yaml", text)
    try body(network)
  }

  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  func run(_ words: [String]) -> Outcome {
    Outcome(["-C", folder] + words, ["ACTA_NOW": "2026-11-23T09:00:00Z"], tree: .all)
  }

  /// The acts that the log holds, refused ones too.
  func rows() throws -> [RecordedCommand] {
    let log = try Log.open(in: folder, for: .reading)
    return try log.commands(after: 0, limit: Log.maximumPage)
  }

  /// The digest under which the amendment must be adopted.
  static func digest() throws -> String {
    let loaded = try PluginFile.load(text: amended, file: "network.yaml")
    return Digest.sha256(loaded.rules.resolved.canonical).hex
  }
}

extension SampleHistory.Act {
  /// The words of the line that asks for the act.
  func words(digest: String) throws -> [String] {
    let kind = try #require(ActCatalogue.command(named: name)?.kind)
    var words = [kind.noun, kind.verb]
    for field in kind.fields {
      guard var values = fields[field.name], !values.isEmpty else { continue }
      if field.name == "digest" { values = [digest] }
      switch field.kind {
      case .flag: words.append("--\(field.name)")
      case .ids, .words, .pairs(_, .some):
        words += spelled(field, [values.joined(separator: ",")])
      default: words += spelled(field, values)
      }
    }
    return words + ["--effective", day]
  }

  private func spelled(_ field: ActField, _ values: [String]) -> [String] {
    values.flatMap { field.isPositional ? [$0] : ["--\(field.name)", $0] }
  }
}
