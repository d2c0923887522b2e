extension CEL {
  /// One node of an expression, with its macros expanded.
  package struct Expression: Hashable, Sendable {
    /// Counted from 1, and no other node of the expression has it: types and traces are kept by it.
    package let id: Int
    /// Where it begins: how many Unicode scalars stand before it in the text.
    ///
    /// A call of an operator stands at the operator.
    package let offset: Int
    package let shape: Shape

    package init(id: Int, offset: Int, _ shape: Shape) {
      (self.id, self.offset, self.shape) = (id, offset, shape)
    }

    package indirect enum Shape: Hashable, Sendable {
      case literal(Literal)
      /// A variable or the name of a type; a leading point (`.a`) asks for the outermost one. Once it is
      /// resolved the name may hold points: `a.b` is one variable.
      case name(String)
      /// `operand.field`, or `operand.?field`.
      case select(Expression, field: String, isOptional: Bool)
      /// `has(operand.field)`.
      case has(Expression, field: String)
      /// Operators are calls of the names in `Operator`; `target` is the receiver of `target.f(x)`.
      case call(String, target: Expression?, [Expression])
      case list([Element])
      case map([Entry])
      /// `name{field: value}`: read so that it can be refused with its place, since there are no messages.
      case message(String)
      case comprehension(Comprehension)
      /// `cel.bind(name, value, body)`.
      case bind(String, Expression, Expression)
    }

    /// An element of a list; `[?x]` leaves an absent one out.
    package struct Element: Hashable, Sendable {
      package let value: Expression
      package let isOptional: Bool

      package init(_ value: Expression, isOptional: Bool) {
        (self.value, self.isOptional) = (value, isOptional)
      }
    }

    /// An entry of a map; `{?k: x}` leaves an absent one out.
    package struct Entry: Hashable, Sendable {
      package let key: Expression
      package let value: Expression
      package let isOptional: Bool

      package init(_ key: Expression, _ value: Expression, isOptional: Bool) {
        (self.key, self.value, self.isOptional) = (key, value, isOptional)
      }
    }
  }

  /// A constant written in the text.
  package enum Literal: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
  }

  /// What a macro over a list or a map becomes: kept as one node, so that it can be checked, priced,
  /// traced and said in words as what it is.
  package struct Comprehension: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
      case all
      case exists
      case existsOne
      /// `map(x, e)` and `map(x, p, e)`, and `transformList(i, x, p, e)`.
      case map
      case filter
      /// `transformMap(k, v, p, e)`: the keys stay, the values are what `e` gives.
      case transformMap
      /// `transformMapEntry(k, v, p, e)`: `e` gives maps, which are put together.
      case transformMapEntry
    }

    package let form: Form
    package let range: Expression
    /// One name for elements of a list or keys of a map, or two for index and element or key and value.
    package let variables: [String]
    /// The condition of `all`, `exists`, `existsOne`, `filter`; the filter of the others, where they have one.
    package let condition: Expression?
    /// What the result is made of; nil for the forms that have only a condition.
    package let result: Expression?

    package init(
      _ form: Form, over range: Expression, variables: [String], condition: Expression? = nil,
      result: Expression? = nil
    ) {
      (self.form, self.range, self.variables) = (form, range, variables)
      (self.condition, self.result) = (condition, result)
    }
  }

  /// The names under which operators are called, those of the language definition.
  package enum Operator: String, CaseIterable, Sendable {
    case conditional = "_?_:_"
    case and = "_&&_"
    case or = "_||_"
    case not = "!_"
    case negate = "-_"
    case equal = "_==_"
    case notEqual = "_!=_"
    case less = "_<_"
    case lessOrEqual = "_<=_"
    case greater = "_>_"
    case greaterOrEqual = "_>=_"
    case isIn = "@in"
    case add = "_+_"
    case subtract = "_-_"
    case multiply = "_*_"
    case divide = "_/_"
    case remainder = "_%_"
    case index = "_[_]"
    case optionalIndex = "_[?_]"
  }
}
