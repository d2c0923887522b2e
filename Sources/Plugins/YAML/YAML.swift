package import Values

/// Reads YAML 1.2 into nodes with places, and refuses what could bite.
///
/// Refused, each with its code and place: duplicate keys, tags, directives, merge keys, keys that
/// are no text, second documents, tabs for indentation, hidden characters, too much of anything.
/// Source: `reference/rules.md` section 7; YAML 1.2.2, <https://yaml.org/spec/1.2.2/>.
package enum YAML {
  /// In bytes.
  package static let largestSize = 1 << 20
  /// Levels of nesting, those behind aliases included.
  package static let greatestDepth = 64
  package static let mostNodes = 100_000
  /// Nodes that all aliases of a file together may stand for.
  package static let mostAliasedNodes = 10_000

  /// What a text holds: its tree as far as it can be read, and every fault found on the way.
  package struct Reading {
    /// Nil when a fault ended the reading.
    package let node: Node?
    /// In the order of the text, at most `Findings.limit`; empty for a good text.
    package let failures: [Failure]
  }

  /// Reads a text and goes on after each fault that leaves the rest readable.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, at most `largestSize`; anything else is a fault, never a trap.
  ///   - file: What places call the text, as the user named it.
  /// - Returns: The tree and the faults.
  package static func read(_ bytes: [UInt8], file: String? = nil) -> Reading {
    var builder = NodeBuilder(file: file)
    do throws(Failure) {
      return Reading(node: try tree(bytes, &builder, file: file), failures: builder.faults)
    } catch {
      return Reading(node: nil, failures: builder.faults + [error])
    }
  }

  /// Reads a text that must be without fault.
  ///
  /// - Throws: The first fault.
  package static func parse(_ bytes: [UInt8], file: String? = nil) throws(Failure) -> Node {
    let reading = read(bytes, file: file)
    if let failure = reading.failures.first { throw failure }
    guard let node = reading.node else { throw Failure(.yamlSyntax) }
    return node
  }

  package static func parse(_ text: String, file: String? = nil) throws(Failure) -> Node {
    try parse(Array(text.utf8), file: file)
  }

  private static func tree(
    _ bytes: [UInt8], _ builder: inout NodeBuilder, file: String?
  ) throws(Failure) -> Node {
    let text = try YAMLText(bytes, file: file)
    do {
      try LibYAML.parse(text.bytes) { event, mark in
        try builder.take(event, at: mark, in: text)
      }
      return try builder.finish()
    } catch let problem as YAMLProblem {
      throw SyntaxProblem.failure(problem, in: text)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.yamlSyntax, at: Place(file: file, line: 1, column: 1))
    }
  }
}
