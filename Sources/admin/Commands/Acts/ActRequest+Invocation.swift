internal import EventStore
internal import Governance
internal import Values

extension ActRequest {
  /// The act that a line asks for.
  init(_ invocation: Invocation, of kind: ActKind, in circumstances: Circumstances) throws(Failure)
  {
    var values: [String: [String]] = [:]
    for parameter in invocation.command.parameters where invocation.has(parameter.name) {
      let isFlag = parameter.kind == .flag
      values[parameter.name] = isFlag ? ["true"] : invocation.texts(parameter.name)
    }
    let globals = circumstances.globals
    self.init(
      id: globals.key.map { CommandID($0) } ?? .random(),
      input: try ActInput(kind, values), actor: circumstances.actor,
      effective: globals.effective ?? PartialDay(circumstances.today), today: circumstances.today,
      note: globals.note)
  }
}
