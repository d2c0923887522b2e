package import Plugins
package import Values

extension SampleRules {
  /// An amendment names words of the rules that are not there, so that it would change nothing.
  package struct WordsMissing: Error {
    package let words: String
  }

  /// The rules with some of their words replaced, in another version.
  ///
  /// - Throws: `WordsMissing` for words that do not stand in the rules.
  package static func amended(
    _ edits: [(String, String)], version: String = "1.1.0"
  ) throws -> JSON {
    var text = text
    for (old, new) in [("version: 1.0.0", "version: \(version)")] + edits {
      let parts = text.split(separator: old, omittingEmptySubsequences: false)
      guard parts.count > 1 else { throw WordsMissing(words: old) }
      text = parts[0] + new + parts.dropFirst().joined(separator: old)
    }
    return try YAML.parse(text, file: "amended.yaml").json
  }

  /// The same, read as rules.
  package static func amendedRules(
    _ edits: [(String, String)], version: String = "1.1.0"
  ) throws -> Rules {
    try PluginFile.load(resolved: amended(edits, version: version))
  }

  /// The rules themselves.
  package static func rules() throws -> Rules { try PluginFile.load(resolved: document) }

  /// A default majority that takes all three of three members.
  package static let strict = [
    ("default: {first: consensus, more_than: 1/2", "default: {first: consensus, more_than: 2/3")
  ]

  /// Takes over what is in progress.
  package static let adopting = [("recording_since:", "in_progress: adopt\nrecording_since:")]
}
