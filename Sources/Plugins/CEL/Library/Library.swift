extension CEL {
  /// The functions of the language, its extensions and ours.
  enum Library {
    /// A function with so many arguments; nil means that it cannot be called with such values.
    struct Function: Sendable {
      enum Body: Sendable {
        case one(@Sendable (Value, Call) throws(EvaluationError) -> Value?)
        case two(@Sendable (Value, Value, Call) throws(EvaluationError) -> Value?)
        case many(@Sendable ([Value], Call) throws(EvaluationError) -> Value?)
      }

      let name: String
      /// Whether the first argument is the receiver.
      let isMember: Bool
      /// How many arguments it takes, with the receiver.
      let counts: ClosedRange<Int>
      let needsActivation: Bool
      let body: Body

      private init(
        _ name: String, isMember: Bool, _ counts: ClosedRange<Int>, needsActivation: Bool,
        _ body: Body
      ) {
        (self.name, self.isMember, self.counts) = (name, isMember, counts)
        (self.needsActivation, self.body) = (needsActivation, body)
      }

      static func one(
        _ name: String, isMember: Bool = false, needsActivation: Bool = false,
        _ body: @escaping @Sendable (Value, Call) throws(EvaluationError) -> Value?
      ) -> Function {
        Function(name, isMember: isMember, 1...1, needsActivation: needsActivation, .one(body))
      }

      static func two(
        _ name: String, isMember: Bool = false, needsActivation: Bool = false,
        _ body: @escaping @Sendable (Value, Value, Call) throws(EvaluationError) -> Value?
      ) -> Function {
        Function(name, isMember: isMember, 2...2, needsActivation: needsActivation, .two(body))
      }

      static func many(
        _ name: String, isMember: Bool = false, _ counts: ClosedRange<Int>,
        needsActivation: Bool = false,
        _ body: @escaping @Sendable ([Value], Call) throws(EvaluationError) -> Value?
      ) -> Function {
        Function(name, isMember: isMember, counts, needsActivation: needsActivation, .many(body))
      }
    }

    static let all: [Function] =
      conversions + texts + textPositions + textParts + formats + numbers + bits + optionals
      + encoders + times + calendars + majorities

    private static let byName = Dictionary(grouping: all, by: \.name)

    /// The function of a name for so many arguments; nil where the library has none.
    static func function(_ name: String, isMember: Bool, _ count: Int) -> Function? {
      byName[name]?.first { $0.isMember == isMember && $0.counts.contains(count) }
    }
  }
}
