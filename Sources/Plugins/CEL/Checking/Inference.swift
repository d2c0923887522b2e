extension CEL {
  /// What is known of the type parameters of one expression.
  ///
  /// A parameter is bound to the most general of the kinds that it was met with: an `int` and then a `dyn` make
  /// a `dyn`. A parameter is never bound to a kind that it stands in.
  ///
  /// Source: the language definition, "Type Checking"; the order of the steps is that of cel-go's `checker/types.go`,
  /// which the conformance suite was written with.
  struct Inference {
    private var bindings: [String: Kind] = [:]
    private var count = 0

    /// A type parameter that nothing is known of.
    mutating func fresh() -> Kind {
      count += 1
      return .parameter("$\(count)")
    }

    /// A signature with parameters of its own.
    mutating func instance(of overload: Overload) -> (parameters: [Kind], result: Kind) {
      guard overload.parameters.contains(where: \.isGeneric) || overload.result.isGeneric
      else { return (overload.parameters, overload.result) }
      var renamed: [String: Kind] = [:]
      let parameters = overload.parameters.map { rename($0, &renamed) }
      return (parameters, rename(overload.result, &renamed))
    }

    private mutating func rename(_ kind: Kind, _ renamed: inout [String: Kind]) -> Kind {
      guard kind.isGeneric else { return kind }
      if case .parameter(let name) = kind {
        let new = renamed[name] ?? fresh()
        renamed[name] = new
        return new
      }
      var copy = self
      var names = renamed
      let made = kind.mapParts { copy.rename($0, &names) }
      (self, renamed) = (copy, names)
      return made
    }

    /// The kind with what is known put in; what is not known stays, or is `dyn` at the end.
    func known(_ kind: Kind, freeIsDyn: Bool = false) -> Kind {
      guard kind.isGeneric else { return kind }
      guard case .parameter(let name) = kind else {
        return kind.mapParts { known($0, freeIsDyn: freeIsDyn) }
      }
      if let bound = bindings[name] { return known(bound, freeIsDyn: freeIsDyn) }
      return freeIsDyn ? .dyn : kind
    }

    /// Whether a value may stand where another kind is asked for; what is learned by it is kept if so.
    mutating func assign(_ actual: Kind, to expected: Kind) -> Bool {
      assign([actual], to: [expected])
    }

    mutating func assign(_ actual: [Kind], to expected: [Kind]) -> Bool {
      let before = bindings
      guard zip(actual, expected).allSatisfy({ unify($0, $1) }) else {
        bindings = before
        return false
      }
      return true
    }

    /// The kind of elements that stand together: the most general one, or `dyn` for those that do not go together.
    mutating func join(_ one: Kind?, _ other: Kind) -> Kind {
      guard let one else { return other }
      if case .type = one, case .type = other, one != other { return .type(.dyn) }
      return assign(one, to: other) ? .moreGeneral(one, other) : .dyn
    }

    private enum Binding {
      case made, conflict, circular
    }

    private mutating func unify(_ actual: Kind, _ expected: Kind) -> Bool {
      if actual == expected { return true }
      if case .parameter(let name) = expected {
        switch bind(name, to: actual) {
        case .made: return true
        case .conflict: return false
        case .circular: break
        }
      }
      if case .parameter(let name) = actual { return bind(name, to: expected) == .made }
      switch (actual, expected) {
      case (.dyn, _), (_, .dyn), (.type, .type): return true
      case (.null, _): return expected.takesNull
      case (_, .null): return actual.takesNull
      default: break
      }
      guard actual.hasShape(of: expected) else { return false }
      return zip(actual.parts, expected.parts).allSatisfy { unify($0, $1) }
    }

    private mutating func bind(_ name: String, to kind: Kind) -> Binding {
      if let bound = bindings[name] {
        guard unify(kind, bound) else { return .conflict }
        let general = Kind.moreGeneral(kind, bound)
        if !stands(name, in: general) { bindings[name] = general }
        return .made
      }
      if stands(name, in: kind) { return .circular }
      bindings[name] = kind
      return .made
    }

    /// Whether a parameter stands in a kind, or in what the parameters of that kind are bound to.
    private func stands(_ name: String, in kind: Kind) -> Bool {
      if case .parameter(let other) = kind {
        return other == name || bindings[other].map { stands(name, in: $0) } ?? false
      }
      return kind.parts.contains { stands(name, in: $0) }
    }
  }
}
