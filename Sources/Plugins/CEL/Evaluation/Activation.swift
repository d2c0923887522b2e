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
    package let days: WorkCalendar

    /// - Parameters:
    ///   - zone: Whose midnight begins a day.
    ///   - days: Which days are working days.
    package init(zone: Zone, days: WorkCalendar = .weekdays) {
      (self.zone, self.days) = (zone, days)
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
