package import Values

extension Rules {
  package func parameter(_ name: String) -> ParameterRule? {
    parameters.first { $0.name == name }
  }

  /// The values that acts have set, by the name of the parameter, as a plugin writes them.
  package var settings: [String: String] {
    let changed = parameters.filter { $0.value != $0.fallback }
    return Dictionary(changed.map { ($0.name, $0.value.text) }) { first, _ in first }
  }

  /// The same rules with another value of a parameter, wherever they use it.
  ///
  /// - Parameters:
  ///   - name: Of a parameter of these rules.
  ///   - value: As a plugin would write it, such as `P21D`.
  /// - Returns: Rules of the same text and digest; only the value is another.
  /// - Throws: `reference-unknown` for another name, `value-unreadable` or `parameter-out-of-bounds`
  ///   for a value that the parameter may not have, and what a rule that uses it holds against it.
  package func setting(_ name: String, to value: String) throws(Failure) -> Rules {
    guard parameter(name) != nil else {
      throw .unknownReference("parameter", name, among: parameters.map(\.name), at: nil)
    }
    return try setting([name: value])
  }

  /// The same rules with other values of several parameters, put together before they are checked.
  ///
  /// - Parameter values: By name, as a plugin would write them; those set before stay where none is given.
  /// - Returns: Rules of the same text and digest.
  /// - Throws: As for one value; a name that these rules do not have is passed over.
  package func setting(_ values: [String: String]) throws(Failure) -> Rules {
    let settings = settings.merging(values) { _, new in new }
    do throws(PluginRefused) {
      return try PluginFile.load(resolved: resolved, settings: settings, isAdopted: true)
    } catch {
      throw error.errors.first ?? Failure(.valueUnreadable)
    }
  }
}
