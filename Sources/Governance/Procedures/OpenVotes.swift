package import EventStore
import Plugins
package import Values

/// What is not told of written votes before they close: how anybody voted.
///
/// Who has answered is told, since members are reminded by it. The log itself is whole, and so are exports of it
/// and copies, which are for whoever keeps the network's folder. When the end of a vote is recorded, everything
/// is told at once; that its time is over is not enough.
package struct OpenVotes: Sendable {
  private let procedures: Set<String>

  /// The written votes that have not ended in a log.
  ///
  /// - Throws: What is wrong with the log.
  package init(in log: Log) throws {
    var shelf = Shelf(reading: log)
    try shelf.load([.all(category: Procedure.category)])
    self.init(shelf.ledger.all(Procedure.self).filter(\.hidesVotes).map(\.id))
  }

  /// - Parameter open: The written votes that have not ended.
  package init(_ open: [ProcedureID]) { procedures = Set(open.map(\.text)) }

  // MARK: - Events

  /// Whether an event says how somebody voted in a vote that is open: an answer, or a correction of one.
  package func hides(_ event: RecordedEvent) -> Bool {
    told(event) != event.data
  }

  /// The data of an event as they may be told now.
  package func told(_ event: RecordedEvent) -> JSON {
    told(event.data, of: event.type, in: event.stream.category, event.stream.id)
  }

  /// The data of an event as they may be told now: an answer without how, and a correction of one alike.
  ///
  /// - Parameters:
  ///   - data: As the log has them.
  ///   - type: Of the event.
  ///   - category: Of its stream.
  ///   - id: Of the thing, such as `P-1`.
  /// - Returns: The same keys, with null where a vote is not told.
  package func told(_ data: JSON, of type: String, in category: String, _ id: String) -> JSON {
    guard category == Procedure.category, procedures.contains(id), var fields = data.fields else {
      return data
    }
    switch type {
    case "procedure.answered": return Self.withoutVote(data)
    case Correction.type:
      guard let changes = fields["changes"] else { return data }
      fields["changes"] = Self.withoutVote(changes)
      return .object(fields)
    default: return data
    }
  }

  /// The vote, and the words beside it.
  private static func withoutVote(_ data: JSON) -> JSON {
    guard var fields = data.fields else { return data }
    for name in ["vote", "text"] where fields[name] != nil { fields[name] = .null }
    return .object(fields)
  }

  // MARK: - Acts

  /// Whether an act says how somebody votes in a vote that is open, whatever became of it.
  package func hides(_ command: RecordedCommand) -> Bool { asked(by: command) != command.body }

  /// What an act asked for, as it may be told now.
  package func asked(by command: RecordedCommand) -> JSON {
    guard var body = command.body.fields, let fields = body["fields"] else { return command.body }
    body["fields"] = told(fields, of: command.name)
    return .object(body)
  }

  /// The fields of an act as they may be told now: who answered, without how; of a correction, without a vote.
  package func told(_ fields: JSON, of act: String) -> JSON {
    switch act {
    case AnswerProcedure.kind.name:
      guard let id = fields["procedure"]?.text, procedures.contains(id) else { return fields }
      return Self.shortened(fields, "names") { $0.prefix { $0 != "=" } }
    case CorrectEvent.kind.name:
      guard !procedures.isEmpty else { return fields }
      return Self.shortened(fields, "set") { $0.hasPrefix("vote=") ? "vote" : $0[...] }
    default: return fields
    }
  }

  /// How an act was judged, as it may be told now: rules of the network's own may speak of the vote.
  ///
  /// - Returns: The answer; of an act that says how somebody votes only whether it came in time, and what the
  ///   program itself had against an answer.
  package func answer(of command: RecordedCommand) -> JSON {
    guard hides(command), var parts = command.answer.fields else { return command.answer }
    let isAnswer = command.name == AnswerProcedure.kind.name
    parts["derivations"] = Self.kept(parts["derivations"]) {
      $0["question"] == "procedure-deadline"
    }
    parts["notes"] = Self.kept(parts["notes"]) { !Self.isOfGuard($0) }
    parts["refusals"] = Self.kept(parts["refusals"]) { isAnswer && !Self.isOfGuard($0) }
    return .object(parts)
  }

  private static func isOfGuard(_ part: JSON) -> Bool {
    part["code"]?.text?.hasPrefix("guard-") == true
  }

  private static func kept(_ parts: JSON?, _ isKept: (JSON) -> Bool) -> JSON {
    .list((parts?.list ?? []).filter(isKept))
  }

  /// The fields with each text of one of them made shorter; as they are where nothing is to be kept back.
  private static func shortened(
    _ fields: JSON, _ name: String, _ shorten: (String) -> Substring
  ) -> JSON {
    guard var told = fields.fields, let value = told[name] else { return fields }
    let texts = (value.list ?? [value]).compactMap(\.text)
    let shorter = texts.map { String(shorten($0)) }
    guard shorter != texts else { return fields }
    told[name] = .texts(shorter)
    return .object(told)
  }
}

extension Procedure {
  /// Whether votes are given in it and are not told yet.
  package var hidesVotes: Bool { opening?.facts.kind == .written && stage.isOngoing }
}
