/// The values that a text has given names to, and what its aliases have used so far.
struct Anchors {
  enum Use {
    case value(Measured)
    case unknown
    /// The alias stands inside the value that it names.
    case containsItself
    case tooMany
  }

  private enum State {
    case open
    case done(Measured)
  }

  private var states: [String: State] = [:]
  private var aliasedNodes = 0

  mutating func begin(_ name: String) { states[name] = .open }

  mutating func end(_ name: String, _ value: Measured) { states[name] = .done(value) }

  /// The value that an alias stands for, counted towards the limit.
  mutating func use(_ name: String) -> Use {
    switch states[name] {
    case nil: return .unknown
    case .open: return .containsItself
    case .done(let value):
      aliasedNodes += value.size
      return aliasedNodes <= YAML.mostAliasedNodes ? .value(value) : .tooMany
    }
  }
}
