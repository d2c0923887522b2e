package import Values

extension CEL {
  /// The type of a value; `Type` is a keyword of Swift, so it is called a kind.
  package indirect enum Kind: Hashable, Sendable {
    /// Whatever it turns out to be: checked while it runs.
    case dyn
    case null
    case bool
    case int
    case uint
    case double
    case string
    case bytes
    case timestamp
    case duration
    case list(Kind)
    case map(Kind, Kind)
    case optional(Kind)
    /// The type of a type: `type(1)` is of `type(int)`.
    case type(Kind)
    /// A record of the environment, by its name; its fields are known and no others can be asked for.
    case record(String)
    /// A type parameter of a declared function, such as `T`; never in the type of a checked expression.
    case parameter(String)
    /// Any other type with a name, such as `tuple(T, U)`.
    case opaque(String, [Kind])
  }

  /// A record: names and types of its fields, in the order of their slots.
  package struct RecordKind: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
      package let name: String
      package let kind: Kind
      /// Whether a record may be without it; `has` asks, and `a.?b` gives an optional value.
      package let isOptional: Bool

      package init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
        (self.name, self.kind, self.isOptional) = (name, kind, isOptional)
      }
    }

    package let name: String
    package let fields: [Field]

    package init(_ name: String, _ fields: [Field]) { (self.name, self.fields) = (name, fields) }
  }

  /// One way to call a function.
  package struct Overload: Hashable, Sendable {
    /// Of the language definition where it has one, such as `add_int64`.
    package let id: String
    /// `size`, `_+_`, `math.greatest`.
    package let function: String
    /// Whether the first parameter is the receiver: `x.f(y)`.
    package let isMember: Bool
    package let parameters: [Kind]
    package let result: Kind

    package init(
      _ id: String, _ function: String, isMember: Bool = false, _ parameters: [Kind], _ result: Kind
    ) {
      (self.id, self.function, self.isMember) = (id, function, isMember)
      (self.parameters, self.result) = (parameters, result)
    }
  }

  /// What an expression may refer to.
  package struct Environment: Sendable {
    /// The namespace in which names are looked for first: `a.b` finds `x` as `a.b.x`, `a.x`, `x`.
    package var container = ""
    /// Types by the names of variables; the names may hold points.
    package var variables: [String: Kind] = [:]
    package var records: [String: RecordKind] = [:]
    /// By the name of the function.
    package var functions: [String: [Overload]] = [:]
    /// Whether the macros (`has`, `all`, ...) are expanded.
    package var hasMacros = true

    package init() {}
  }

  /// What is wrong with an expression before it runs, and where in its text.
  ///
  /// Whoever knows where the text stands in a file makes a `Failure` with a place of it.
  package struct Fault: Error, Hashable, Sendable {
    package let code: Failure.Code
    package let values: [String: Failure.Value]
    /// Unicode scalars before it in the text of the expression.
    package let offset: Int

    package init(_ code: Failure.Code, _ values: [String: Failure.Value] = [:], at offset: Int) {
      (self.code, self.values, self.offset) = (code, values, offset)
    }
  }
}
