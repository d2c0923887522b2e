internal import EventStore
internal import Governance
internal import Values

extension ActRequest {
  /// The act that a line asks for; a parameter that is no field of the act, such as where to write to, stays out of it.
  init(_ invocation: Invocation, of kind: ActKind, in circumstances: Circumstances) throws(Failure)
  {
    var values: [String: [String]] = [:]
    let fields = Set(kind.fields.map(\.name))
    for parameter in invocation.command.parameters where invocation.has(parameter.name) {
      guard fields.contains(parameter.name) else { continue }
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
