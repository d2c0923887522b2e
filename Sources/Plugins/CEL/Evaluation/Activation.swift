package import Values

extension CEL {
  /// What an expression is evaluated over; there is nothing else that its value depends on.
  package struct Activation: Sendable {
    /// By the names of variables, which may hold points.
    package var variables: [String: Value]
    /// Functions of the environment that the library does not have; a receiver is the first argument.
    package var functions: [String: HostFunction] = [:]
    /// Time zones by their names, as the machine or the log has them.
    package var zones: @Sendable (String) -> Zone? = { $0 == "UTC" ? .utc : nil }
    /// Nil where no network is at hand: its functions then fail.
    package var calendar: Calendar?

    package init(_ variables: [String: Value] = [:]) { self.variables = variables }
  }

  /// Nil means that there is no way to call it with such values.
  package typealias HostFunction =
    @Sendable ([Value]) throws(EvaluationError) -> Value?

  /// The days on which a network works, and where its clocks are.
  package struct Calendar: Sendable {
    package let zone: Zone
    /// Weekdays without work; Monday is 1, Sunday is 7.
    let weekend: Set<Int>
    let holidays: Set<Day>

    /// Nil when no weekday would remain, or a number is no weekday.
    ///
    /// - Parameters:
    ///   - zone: Whose midnight begins a day.
    ///   - weekend: Weekdays without work, Monday being 1; at least one day of the week must remain.
    ///   - holidays: Further days without work.
    package init?(zone: Zone, weekend: Set<Int> = [6, 7], holidays: Set<Day> = []) {
      guard weekend.isSubset(of: 1...7), weekend.count < 7 else { return nil }
      (self.zone, self.weekend, self.holidays) = (zone, weekend, holidays)
    }

    func isWorkingDay(_ day: Day) -> Bool {
      !weekend.contains(day.weekday) && !holidays.contains(day)
    }
  }

  /// What a function of the library may use beside its arguments.
  struct Call {
    let activation: Activation
    /// The most bytes that a text made by the call may have.
    let room: Int

    func hold(_ bytes: Int) throws(EvaluationError) {
      guard bytes <= room else {
        throw EvaluationError(.evaluationTextTooLong, ["most": .int(room)])
      }
    }
  }
}
