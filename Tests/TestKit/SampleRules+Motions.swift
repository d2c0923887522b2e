package import Plugins
package import Values

extension SampleRules {
  /// A cycle of motions, to stand after the sample rules.
  package static let motions = """
      motions:
        first: tabled
        source: assumption
        states:
          tabled: {title: {en: Tabled}, amendable: true}
          debated: {title: {en: Debated}, amendable: true}
          adopted: {title: {en: Adopted}, final: true}
          rejected: {title: {en: Rejected}, final: true}
          withdrawn: {title: {en: Taken back}, final: true}
        transitions:
          take_up: {from: [tabled], to: debated, on: move, supporters: 1, source: assumption}
          send_back: {from: [debated], to: tabled, on: move, by: [chair, board], source: assumption}
          adopt: {from: [debated], to: adopted, on: adoption, source: charter}
          reject: {from: [debated], to: rejected, on: rejection, source: charter}
          take_back: {from: [debated, tabled], to: withdrawn, on: withdrawal, source: assumption}
    """

  /// What makes `legal-scrubbing` a state between the debate and the vote.
  package static let scrubbing = [
    (
      "      adopted: {title: {en: Adopted}, final: true}\n",
      "      legal-scrubbing: {title: {en: With the lawyers}}\n"
        + "      adopted: {title: {en: Adopted}, final: true}\n"
    ),
    (
      "      adopt: {from: [debated],",
      "      scrub: {from: [debated], to: legal-scrubbing, on: move, source: assumption}\n"
        + "      adopt: {from: [legal-scrubbing],"
    ),
  ]

  /// The sample rules with this cycle and some of their words replaced.
  package static func withMotions(_ edits: [(String, String)] = []) throws -> JSON {
    var text = text + "\n" + motions
    for (old, new) in edits {
      let parts = text.split(separator: old, omittingEmptySubsequences: false)
      guard parts.count > 1 else { throw WordsMissing(words: old) }
      text = parts[0] + new + parts.dropFirst().joined(separator: old)
    }
    return try YAML.parse(text, file: "motions.yaml").json
  }

  /// The same, read as rules.
  package static func motionRules(_ edits: [(String, String)] = []) throws -> Rules {
    try PluginFile.load(resolved: withMotions(edits))
  }
}
