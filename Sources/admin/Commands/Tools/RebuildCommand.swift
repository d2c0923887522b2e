internal import EventStore
internal import Projections
internal import Values

/// `admin rebuild`: the views from nothing but the events.
enum RebuildCommand {
  static let command = Command(
    noun: "rebuild", verb: nil, group: .run, effect: .reads, parameters: [],
    examples: ["admin rebuild", "admin rebuild -q"]
  ) { _, session in
    let log = try session.log(for: .writing)
    let progress = Progress("rebuild", session)
    defer { progress.end() }
    try Views.rebuild(from: log) { done, all in progress.tell(Int(done), of: Int(all)) }
    progress.end()
    if !session.globals.isQuiet {
      session.say("rebuild.done", ["position": .int(Int(try log.head().position))])
    }
    return .done
  }
}
