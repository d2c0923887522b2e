extension CEL {
  /// The functions and types of the language, of its extensions, and of this project.
  ///
  /// Their ids are those of the language definition and of cel-go's extensions, where they have one.
  package enum Declarations {
    /// Every overload, by the name of the function.
    package static let functions: [String: [Overload]] = Dictionary(
      grouping: all, by: \.function)

    private static let all: [Overload] =
      operators + comparisons + arithmetic + access + conversions + times + texts + extendedTexts
      + mathematics + bits + optionals + encoders + governance

    /// Their names, in the order of their letters, without the operators.
    static let names: [String] = functions.keys.filter { Operator(rawValue: $0) == nil }.sorted()

    /// What the parser expands; so that a wrong number of arguments gets a suggestion.
    static let macros = [
      "all", "cel.bind", "exists", "existsOne", "exists_one", "filter", "has", "map", "optFlatMap",
      "optMap", "transformList", "transformMap", "transformMapEntry",
    ]

    /// The names of types, which are values: `type(1) == int`.
    static let types: [String: Kind] = [
      "bool": .type(.bool), "int": .type(.int), "uint": .type(.uint), "double": .type(.double),
      "string": .type(.string), "bytes": .type(.bytes), "list": .type(.list(.dyn)),
      "map": .type(.map(.dyn, .dyn)), "null_type": .type(.null), "type": .type(.type(.dyn)),
      "optional_type": .type(.optional(.dyn)),
      "google.protobuf.Timestamp": .type(.timestamp),
      "google.protobuf.Duration": .type(.duration),
    ]

    static let a = Kind.parameter("A")
    static let b = Kind.parameter("B")
  }
}
