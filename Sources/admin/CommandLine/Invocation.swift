internal import Publishing
internal import Values

/// One call of a command, read and checked: what it was told, and how it should answer.
struct Invocation: Sendable {
  let command: Command
  private(set) var arguments: [String: [Argument]]
  let globals: GlobalOptions

  init(command: Command, arguments: [String: [Argument]], globals: GlobalOptions) {
    self.command = command
    self.arguments = arguments
    self.globals = globals
  }

  /// The same call with answers that a person gave afterwards.
  func answered(_ answers: [String: [Argument]]) -> Invocation {
    var copy = self
    copy.arguments.merge(answers) { _, answer in answer }
    return copy
  }

  /// The required parameters that have no value, in the order of the command.
  var missing: [Parameter] {
    command.parameters.filter { $0.isRequired && arguments[$0.name] == nil }
  }

  func has(_ name: String) -> Bool { arguments[name] != nil }

  /// The value as a person wrote it; nil when not given.
  func text(_ name: String) -> String? { arguments[name]?.last?.text }

  /// Every value of a parameter that may be repeated, in the order given.
  func texts(_ name: String) -> [String] { arguments[name]?.flatMap(\.items) ?? [] }

  func number(_ name: String) -> Int? { arguments[name]?.last?.number }

  func day(_ name: String) -> Day? { arguments[name]?.last?.day }

  func partialDay(_ name: String) -> PartialDay? { arguments[name]?.last?.partialDay }

  /// A value without which the command cannot run.
  func required(_ name: String) throws(Failure) -> String {
    guard let text = text(name) else {
      let spelling = command.parameter(named: name)?.spelling ?? "--\(name)"
      throw Failure(
        .optionMissing, ["command": .text(command.name), "options": .list([spelling])])
    }
    return text
  }
}
