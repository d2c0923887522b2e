import Values

extension CEL.Parser {
  /// What the macros over lists and maps take: how many variables, and which arguments follow them.
  private enum Form {
    /// A condition alone: `all`, `exists`, `existsOne`, `filter`.
    case condition(CEL.Comprehension.Form)
    /// A result, perhaps after a filter: `map`, `transformList`, `transformMap`, `transformMapEntry`.
    case result(CEL.Comprehension.Form)
  }

  private static func form(_ name: String, variables: Int) -> Form? {
    switch (name, variables) {
    case ("all", 1...2): .condition(.all)
    case ("exists", 1...2): .condition(.exists)
    case ("exists_one", 1...2), ("existsOne", 1...2): .condition(.existsOne)
    case ("filter", 1): .condition(.filter)
    case ("map", 1), ("transformList", 2): .result(.map)
    case ("transformMap", 2): .result(.transformMap)
    case ("transformMapEntry", 2): .result(.transformMapEntry)
    default: nil
    }
  }

  /// A macro over a list or a map, or nil when the call is none.
  mutating func expandComprehension(
    _ name: String, over range: CEL.Expression, _ arguments: [CEL.Expression], at offset: Int
  ) throws(CEL.Fault) -> CEL.Expression? {
    for variables in 1...2 {
      let rest = Array(arguments.dropFirst(variables))
      switch Self.form(name, variables: variables) {
      case .condition(let form) where arguments.count == variables + 1:
        let names = try declared(arguments.prefix(variables), of: name)
        let made = CEL.Comprehension(form, over: range, variables: names, condition: rest[0])
        return try node(at: offset, .comprehension(made), over: [range, rest[0]])
      case .result(let form) where [variables + 1, variables + 2].contains(arguments.count):
        let names = try declared(arguments.prefix(variables), of: name)
        let filter = rest.count == 2 ? rest[0] : nil
        let made = CEL.Comprehension(
          form, over: range, variables: names, condition: filter, result: rest.last)
        return try node(at: offset, .comprehension(made), over: [range] + rest)
      case .condition, .result, nil: continue
      }
    }
    return nil
  }

  /// The names of the variables; two must differ.
  private func declared(
    _ arguments: ArraySlice<CEL.Expression>, of macro: String
  ) throws(CEL.Fault) -> [String] {
    var names: [String] = []
    for argument in arguments {
      let name = try variable(argument, of: macro)
      guard !names.contains(name) else {
        throw CEL.Fault(.expressionVariable, ["macro": .text(macro)], at: argument.offset)
      }
      names.append(name)
    }
    return names
  }
}
