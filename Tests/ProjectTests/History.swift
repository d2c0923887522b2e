import Foundation
import Testing
import Values

@testable import Plugins

/// A file of `policies/histories`, read as far as its form goes.
struct History: Sendable {
  static let networks = ["ejcn", "ciberred", "forum-cibercrime"]

  let acts: [Act]

  struct Act: Sendable {
    let place: String
    let name: String
    let fields: [String: Node]

    func text(_ field: String) throws -> String? { try fields[field]?.string() }
  }

  init(_ network: String) throws {
    let path = "policies/histories/\(network).yaml"
    acts = try Self.root(of: Checkout.root.appending(path: path), as: path).sequence().map { node in
      let entries = try node.mapping()
      let fields = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.value) })
      let place = "\(path):\(node.place?.line ?? 0)"
      return Act(place: place, name: try #require(fields["do"]).string(), fields: fields)
    }
  }

  func acts(_ name: String) -> [Act] { acts.filter { $0.name == name } }

  /// The values of a field in all acts of a name.
  func values(_ field: String, of name: String) throws -> [String] {
    try acts(name).compactMap { try $0.text(field) }
  }

  static func root(of url: URL, as name: String) throws -> Node {
    try YAML.parse(Array(Data(contentsOf: url)), file: name)
  }
}
