internal import Governance
internal import Values

extension Command {
  /// The command that records an act: its fields are the options.
  init(
    act kind: ActKind, parameters more: [Parameter] = [],
    run: @escaping @Sendable (Invocation, Session) throws -> ExitStatus = { invocation, session in
      try ActRun(invocation, session).perform()
    }
  ) {
    self.init(
      noun: kind.noun, verb: kind.verb, group: Group(ofActsOn: kind.noun), effect: .records,
      parameters: kind.fields.map(Parameter.init(field:)) + more,
      examples: ActExamples.lines(for: kind.name), preview: ActRun.preview,
      alternatives: kind.alternatives, run: run)
  }

  /// The commands of all acts that a person can write on a line.
  ///
  /// An act that asks for a whole document, such as the founding, has a command of its own that
  /// reads a file; so has one that does more than record.
  static let acts: [Command] = ActCatalogue.commands.map { $0.kind }
    .filter { kind in !kind.fields.contains { $0.kind == .document } }
    .map { kind in PersonCommands.all.first { $0.name == kind.name } ?? Command(act: kind) }
}

extension Command.Group {
  init(ofActsOn noun: String) {
    switch noun {
    case "member", "application", "person", "seat", "alternate", "board", "directory", "census":
      self = .knowWho
    case "programme", "objective", "action", "deliverable", "subgroup": self = .work
    case "network", "rules", "parameter": self = .found
    case "key", "approval": self = .run
    default: self = .everyDay
    }
  }
}

extension Parameter {
  init(field: ActField) {
    self.init(
      name: field.name, kind: Kind(field.kind), refersTo: field.kind.noun,
      isRequired: field.isRequired,
      isPositional: field.isPositional, isRepeatable: field.kind.mayRepeat, isNew: field.isNew)
  }
}

extension Parameter.Kind {
  fileprivate init(_ kind: ActField.Kind) {
    switch kind {
    case .text, .time, .period, .id, .texts, .document, .pairs(_, nil): self = .text
    case .day: self = .day
    case .partialDay: self = .partialDay
    case .int: self = .number
    case .flag: self = .flag
    case .choice(let choices): self = .choice(choices)
    case .ids, .pairs, .words: self = .list
    }
  }
}

extension ActField.Kind {
  /// The noun whose ids are asked for.
  fileprivate var noun: String? {
    switch self {
    case .id(let noun), .ids(let noun), .pairs(let noun, _): noun
    case .text, .day, .partialDay, .time, .int, .period, .flag, .choice, .texts, .words, .document:
      nil
    }
  }

  /// Free texts are given one by one, since they may have commas of their own.
  fileprivate var mayRepeat: Bool {
    switch self {
    case .texts, .pairs(_, nil): true
    case .text, .day, .partialDay, .time, .int, .period, .flag, .choice, .id, .ids, .pairs,
      .words, .document:
      false
    }
  }
}
