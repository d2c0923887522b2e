/// One numbered statement of the rules: what a derivation and a refusal cite.
package struct Clause: Hashable, Sendable {
  /// The path of its key in the plugin, such as `series.plenary.notice`, or the id given there.
  package let id: String
  package let source: Source

  package init(id: String, source: Source) {
    self.id = id
    self.source = source
  }

  /// Where a rule comes from; one that nobody published is an assumption and says so.
  package enum Source: Hashable, Sendable {
    /// A key of the plugin's `basis`, with what stands there.
    case basis(key: String, text: String)
    /// Seen in how the network behaves.
    case practice
    /// Borrowed or invented; shown to users as such.
    case assumption

    /// As it is written in a plugin and in a derivation.
    package var key: String {
      switch self {
      case .basis(let key, _): key
      case .practice: "practice"
      case .assumption: "assumption"
      }
    }
  }
}
